import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { runChild } from './child.mjs';
import { at, HouseError, say } from './paths.mjs';
import { readStamp } from './stamp.mjs';

const STAMP = at('node_modules', '.huiliu-lock');

/** npm ci, when the lock file is not the one that was installed. It empties node_modules first, so a broken-off install shows. */
export async function ensureInstalled(lock) {
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  const installed = readStamp(STAMP);
  if (installed === wanted) return;
  say(installed ? 'package-lock.json has changed: installing' : 'packages are not installed: installing, about a minute');
  const [program, first] = npm();
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const code = await runChild(program, args, { stdio: ['ignore', 2, 2], started: lock.sharedWith });
  if (code !== 0) throw new HouseError(`npm ci failed (exit ${code})`);
  writeFileSync(STAMP, wanted);
}

function npm() {
  const path = process.env.npm_execpath ?? '';
  return path.endsWith('npm-cli.js') ? [process.execPath, [path]] : ['npm', []];
}
