import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { Operators } from '#apps/api/admin/operators.js';
import type { HubConfig } from '#config/load-config.js';
import { currentEnvironment, loadConfig } from '#config/load-config.js';
import { createLogger } from '#runtime/logger.js';
import { CityProcess } from '../city-process.js';
import { LiveTable } from '../live-table.js';
import { openCity } from '../open-city.js';
import { openStorage } from '../open-storage.js';
import { showSummary, untilSettled } from '../settle.js';
import { startHub } from '../start-hub.js';
import type { RunningHub } from '../start-hub.js';
import { endAfter, untilStopped } from '../until-stopped.js';

interface StartOptions {
  readonly untilSettled?: boolean;
  readonly json?: boolean;
  readonly seed: number;
  readonly matters?: number;
  readonly mischief?: number;
}

/** What a city that lives in seconds needs: retries and revisits in seconds too. The environment still wins. */
const DEMO_PACE = { HUB_RETRY_SECONDS: '1,1,2,3,5,8,13,30,60,300', HUB_REVISIT_WAIT_SECONDS: '6', HUB_LOG_LEVEL: 'error' };
/** Beside them, what a run that must come to an end needs: nobody waits days to look back. */
const BOUNDED_PACE = { HUB_PORT: '0', HUB_LOOK_BACK_WAIT_SECONDS: '3,5' };
const DISPATCHER = 'city-dispatcher';

/** `npm start`: embedded or given servers, the simulated city, all roles, in one process tree. */
async function start(options: StartOptions): Promise<void> {
  const environment = { ...DEMO_PACE, ...currentEnvironment() };
  const config = loadConfig(options.untilSettled === true ? { ...BOUNDED_PACE, ...environment } : environment);
  const run = options.untilSettled === true ? `huiliu_run_${process.pid}_${Date.now()}` : undefined;
  const stopped = untilStopped();
  const began = Date.now();
  let exitCode = 0;
  const opened: (() => Promise<void>)[] = [];
  try {
    const storage = await openStorage(config, run);
    opened.push(() => storage.close());
    if (run !== undefined) opened.push(() => storage.drop());
    const cityProcess = await startCity(config, options, run);
    opened.push(() => cityProcess.stop());
    const variables = { CITY_URL: cityProcess.url, CITY_DROP_DIR: dropDir(config, run) };
    const city = openCity(config, variables);
    const logger = createLogger(config.log.level);
    const hub = await startHub({ config, city, databaseUrl: storage.url, namespace: storage.name, logger });
    opened.push(() => hub.stop());
    const signIn = await introduce(hub, cityProcess);
    if (options.untilSettled === true) {
      const summary = await untilSettled(hub, cityProcess, began, stopped);
      showSummary(summary, options.json === true);
      exitCode = summary.unaccounted === 0 && summary.settled ? 0 : 1;
    } else {
      const table = new LiveTable(hub, signIn);
      await table.showUntil(stopped);
    }
  } finally {
    await endAfter(
      () => closeAll(opened),
      () => exitCode,
    );
  }
}

const number = (text: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError('a number is needed');
  return value;
};

/** `hub start`, which is `npm start`. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description('run the hub with the simulated city')
    .option('--until-settled', 'a bounded city in a database of its own, until the ledger balances')
    .option('--json', 'with --until-settled: one JSON line last')
    .option('--seed <number>', 'seed of the city', number, 1)
    .option('--matters <number>', 'matters of the city', number)
    .option('--mischief <share>', 'how badly the platforms behave, from 0 to 1', number)
    .action(start);
}

async function closeAll(opened: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of [...opened].reverse()) await close();
}

const dropDir = (config: HubConfig, run?: string): string => join(config.folders.data, 'city', run ?? 'drop');

function startCity(config: HubConfig, { seed, matters, mischief }: StartOptions, run?: string): Promise<CityProcess> {
  return CityProcess.start({
    configDir: config.folders.config,
    dropDir: dropDir(config, run),
    stateFile: run === undefined ? join(config.folders.data, 'city', 'state.json') : undefined,
    mode: run === undefined ? 'continuous' : 'bounded',
    seed,
    matters,
    mischief,
  });
}

/** Makes the first operator and the city's dispatcher, and lets hub and city know each other. */
async function introduce(hub: RunningHub, city: CityProcess): Promise<{ name: string; password?: string }> {
  const operators = hub.app.get(Operators, { strict: false });
  const first = await operators.ensureFirstOperator('admin');
  const password = randomBytes(18).toString('base64url');
  await operators.setPassword(DISPATCHER, password);
  await city.meet({ url: hub.url, adminName: DISPATCHER, adminPassword: password });
  return { name: 'admin', password: first?.oneTimePassword };
}
