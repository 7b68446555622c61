import { captureChild } from './child.mjs';
import { say } from './paths.mjs';

const FOLDERS = ['apps', 'libs', 'config', 'test'];
const TOOLS = [
  { name: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', script: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  { name: 'types', script: 'typescript/bin/tsc', args: ['--noEmit', '-p', '.'] },
  { name: 'console', script: 'vue-tsc/bin/vue-tsc.js', args: ['--noEmit', '-p', 'apps/console'] },
  {
    name: 'imports',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.mjs', ...FOLDERS],
  },
  { name: 'unused', script: 'knip/bin/knip.js', args: ['--no-progress'] },
];

/** Every tool runs, whatever the one before said: one run shows everything there is to mend. */
export async function runChecks() {
  let failed = 0;
  for (const { name, script, args } of TOOLS) {
    const begun = performance.now();
    const { code, output } = await captureChild(process.execPath, [`node_modules/${script}`, ...args]);
    if (code !== 0) {
      failed += 1;
      process.stdout.write(output);
    }
    say(`${name.padEnd(8)} ${code === 0 ? 'ok    ' : 'FAILED'} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  return failed === 0 ? 0 : 1;
}
