import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { captureChild } from './child.mjs';
import { at, HouseError } from './paths.mjs';

const SOURCE = 'libs/department-sdk';

/** Compiles libs/department-sdk to plain JavaScript with types and packs it into `folder` (dist); answers the path of the package. */
export async function packDepartmentSdk(folder = at('dist')) {
  const stage = mkdtempSync(join(tmpdir(), 'huiliu-sdk-'));
  try {
    const project = `${SOURCE}/tsconfig.package.json`;
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--outDir', stage]);
    for (const file of [`${SOURCE}/package.json`, `${SOURCE}/README.md`, 'LICENSE']) {
      cpSync(at(file), join(stage, file.split('/').at(-1)));
    }
    mkdirSync(folder, { recursive: true });
    const options = ['--pack-destination', resolve(folder), '--json', '--loglevel=error', '--offline'];
    const said = await run('npm', ['pack', stage, ...options]);
    const [{ filename }] = JSON.parse(said.slice(said.indexOf('[')));
    return resolve(folder, filename);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

async function run(program, args) {
  const { code, output } = await captureChild(program, args);
  if (code !== 0) throw new HouseError(`${args.join(' ')} failed (exit ${code}): ${output}`);
  return output;
}
