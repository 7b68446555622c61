import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runChild } from './child.mjs';
import { at, HouseError, say } from './paths.mjs';
import { filesBelow, readStamp, stampOf } from './stamp.mjs';

const SOURCES = ['apps', 'libs', 'config', 'test/support', 'test/bench'];
const SETTINGS = ['.swcrc', 'package-lock.json'];
const CONSOLE = 'apps/console';

const isServerFile = (file) => !file.startsWith(`${CONSOLE}/`) && !file.endsWith('.spec.ts');
const isCompiled = (file) => /\.[jt]s$/.test(file);
const isAsset = (file) => /\.(sql|json)$/.test(file) && !file.includes('/fixtures/');

/** Compiles the server to dist/ with the layout of the sources, when a source is not the one that was compiled. */
export async function ensureBuilt(lock) {
  const sources = filesBelow(SOURCES, isServerFile).filter((file) => isCompiled(file) || isAsset(file));
  await whenChanged('.huiliu-build', stampOf([...sources, ...filesBelow(SETTINGS)]), async () => {
    removeLeftovers(new Set(sources.map(outputOf)));
    const swc = ['node_modules/@swc/cli/bin/swc.js', ...SOURCES.filter((folder) => existsSync(at(folder))), '-d', 'dist', '-q'];
    await node(swc, lock, 'the server does not compile');
    for (const file of sources.filter(isAsset)) copy(file);
  });
}

/** Builds the operators' page to dist/console with Vite, when there is one and it has changed. */
export async function ensureConsoleBuilt(lock) {
  if (filesBelow([CONSOLE], (file) => /^apps\/console\/vite\.config\.\w+$/.test(file)).length === 0) return;
  await whenChanged('.huiliu-console', stampOf(filesBelow([CONSOLE, 'package-lock.json'])), async () => {
    say('building the console');
    const options = ['--outDir', at('dist', 'console'), '--emptyOutDir', '--logLevel', 'warn'];
    await node(['node_modules/vite/bin/vite.js', 'build', CONSOLE, ...options], lock, 'the console does not build');
  });
}

async function whenChanged(stampName, stamp, build) {
  const file = at('dist', stampName);
  if (readStamp(file) === stamp) return;
  rmSync(file, { force: true });
  await build();
  writeFileSync(file, stamp);
}

async function node(args, lock, complaint) {
  const code = await runChild(process.execPath, args, { stdio: ['ignore', 2, 2], started: lock.sharedWith });
  if (code !== 0) throw new HouseError(`${complaint} (exit ${code})`);
}

const outputOf = (file) => `dist/${file.replace(/\.ts$/, '.js')}`;

/** What a removed or renamed source left in dist/ must not go on working. */
function removeLeftovers(outputs) {
  const folders = [...new Set(SOURCES.map((folder) => `dist/${folder.split('/')[0]}`))];
  for (const file of filesBelow(folders)) {
    if (!outputs.has(file.replace(/\.map$/, ''))) rmSync(at(file), { force: true });
  }
}

function copy(file) {
  mkdirSync(dirname(at('dist', file)), { recursive: true });
  cpSync(at(file), at('dist', file));
}
