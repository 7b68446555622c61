import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { findChromium, onPath } from './chromium.mjs';
import { HouseError, say } from './paths.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const OWN_OUTPUT = ['--json', '--watch', '--watchAll', '--listTests', '--showConfig', '--help', '--version'];

/** Says which programs some suites need are here, and refuses to go on without those the environment requires. */
export function assertCompanions() {
  const redis = onPath('redis-server') ?? process.env.REDIS_URL;
  tell('Redis', redis, 'REQUIRE_REDIS', 'redis-server');
  tell('Chromium', findChromium(), 'REQUIRE_CHROMIUM', 'chromium');
}

/** Jest over the given paths, then one plain line of figures. */
export async function runTests(args) {
  if (args.some((arg) => OWN_OUTPUT.includes(arg))) return runChild(process.execPath, [...JEST, ...args]);
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-results-'));
  const results = join(folder, 'results.json');
  try {
    const code = await runChild(process.execPath, [...JEST, '--json', `--outputFile=${results}`, ...args]);
    console.log(figures(results));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name, found, requirement, program) {
  if (found) return say(`${name} is here: its suites run`);
  if (process.env[requirement] === '1') throw new HouseError(`${requirement}=1, but ${program} is not on the PATH`);
  say(`*** ${name} IS NOT HERE: its suites are left out (install ${program} to run them) ***`);
}

/** A suite that could not even be loaded counts as one failure. */
function figures(file) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return '0 passed, 1 failed (Jest ended without results)';
  }
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
