/**
 * The front door: installs and builds when something changed, then does what the verb says. Node's own modules only,
 * since on a fresh clone there is nothing else.
 */
const USAGE = `usage: node scripts/huiliu.mjs VERB [ARGUMENTS]
  start   the hub with everything in one process
  hub     one command of the hub: hub -- COMMAND
  matching:train  learn the weights of 并单 from labels: matching:train -- --labels FILE
  test    every test, or those whose paths are given
  bench   one benchmark: bench -- NAME
  check   format, lint, types, dependency rules, unused code
  adapter:new   a folder for a new kind of platform: adapter:new -- KIND
  openapi       docs/openapi.json and the console's types, written anew out of the code
  sdk:pack   the departments' SDK as an npm package: sdk:pack [FOLDER]`;

const verbs = {
  start: async (args) => {
    await makeReady({ console: true });
    await become('apps/hub/main.js', ['start', ...args]);
  },
  hub: async (args) => {
    await makeReady({ console: false });
    await become('apps/hub/main.js', args);
  },
  'matching:train': async (args) => {
    await makeReady({ console: false });
    await become('apps/hub/main.js', ['match', 'train', ...args]);
  },
  bench: async (args) => {
    await makeReady({ console: args[0] === 'desk' });
    const { findChromium } = await import('./house/chromium.mjs');
    process.env.HUILIU_TEST_CHROMIUM ??= findChromium() ?? '';
    await become('test/bench/main.js', args);
  },
  test: async (args) => {
    const { runTests, assertCompanions } = await import('./house/tests.mjs');
    assertCompanions();
    await makeReady({ console: true });
    process.exitCode = await runTests(args);
  },
  openapi: async () => {
    await makeReady({ console: false });
    await become('test/support/openapi/main.js', []);
  },
  'adapter:new': async (args) => {
    const { newAdapter } = await import('./house/new-adapter.mjs');
    process.stdout.write(newAdapter(args));
  },
  'sdk:pack': async ([folder]) => {
    const { packDepartmentSdk } = await import('./house/pack-department-sdk.mjs');
    process.stdout.write(`${await packDepartmentSdk(folder)}\n`);
  },
  check: async () => {
    const { underLock } = await import('./house/lock.mjs');
    const { ensureInstalled } = await import('./house/install.mjs');
    await underLock(ensureInstalled);
    const { runChecks } = await import('./house/checks.mjs');
    process.exitCode = await runChecks();
  },
};

async function makeReady({ console: withConsole }) {
  const { underLock } = await import('./house/lock.mjs');
  const { ensureInstalled } = await import('./house/install.mjs');
  const { ensureBuilt, ensureConsoleBuilt } = await import('./house/build.mjs');
  await underLock(async (lock) => {
    await ensureInstalled(lock);
    await ensureBuilt(lock);
    if (withConsole) await ensureConsoleBuilt(lock);
  });
}

/** In this very process, so that a signal for npm's child reaches the hub itself. */
async function become(main, args) {
  const file = new URL(`../dist/${main}`, import.meta.url);
  process.title = 'huiliu';
  process.argv = [process.argv[0], file.pathname, ...args];
  await import(file.href);
}

function assertNodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`huiliu needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

assertNodeIsNewEnough();
const [verb, ...args] = process.argv.slice(2);
if (!Object.hasOwn(verbs, verb ?? '')) {
  console.error(USAGE);
  process.exit(2);
}
try {
  await verbs[verb](args);
} catch (error) {
  // Only the house's own failures are one line; anything else is shown whole.
  console.error(error?.name === 'HouseError' ? `huiliu: ${error.message}` : error);
  process.exit(1);
}
