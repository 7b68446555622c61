import type { Command } from 'commander';
import { Option } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { loadImportMapping } from '#config/load-import-mapping.js';
import { openCity } from '../open-city.js';
import { compareRoutes } from './route-compare.js';
import { printedComparison, printedReplay } from './route-print.js';
import { RouteReplay } from './route-replay.js';

interface ReplayOptions {
  readonly mapping?: string;
  readonly then?: string;
  readonly out?: string;
  readonly half: 'first' | 'second';
  readonly config?: string;
  readonly json?: boolean;
}

/** `hub route replay`: past cases again, through the learned router or through another duty list. */
export function registerRoute(program: Command): void {
  const route = program.command('route').description('派单: who handles what');
  route
    .command('replay')
    .description(
      'with a list of past cases: how well the learned router would have dispatched them, each foretold and then learned; ' +
        'without: which cases of the database the duty list would send elsewhere than they went',
    )
    .argument('[file]', 'the list, in CSV or XLSX')
    .option('--mapping <name>', 'imports/NAME.yaml of the configuration folder or of config/example; needed for a list')
    .option('--then <later>', 'a list that follows, to be written with what is foretold of it')
    .option('--out <file>', 'where that goes, as CSV; - is standard output')
    .addOption(new Option('--half <which>', 'the half of the list that is scored').choices(['first', 'second']).default('second'))
    .option('--config <dir>', 'without a list: the configuration folder with the duty list to try, instead of the live one')
    .option('--json', 'one JSON line')
    .action(async (file: string | undefined, options: ReplayOptions, command: Command) => {
      if (file === undefined) await replayCases(options, command);
      else await replayList(file, options, command);
    });
}

async function replayCases({ mapping, then, out, config, json }: ReplayOptions, command: Command): Promise<void> {
  if ([mapping, then, out].some((option) => option !== undefined)) {
    command.error('huiliu: --mapping, --then and --out need a list', { exitCode: 2 });
  }
  const live = loadConfig();
  const comparison = await compareRoutes(live, config);
  const { departments } = openCity(live).reference;
  const nameOf = (id: string): string => departments.get(id as never)?.name ?? id;
  process.stdout.write(`${json ? JSON.stringify(comparison) : printedComparison(comparison, nameOf)}\n`);
}

async function replayList(
  file: string,
  { mapping, then, out, half, config, json }: ReplayOptions,
  command: Command,
): Promise<void> {
  if (mapping === undefined) return command.error('huiliu: a list needs its --mapping', { exitCode: 2 });
  if ((then === undefined) !== (out === undefined)) command.error('huiliu: --then and --out go together', { exitCode: 2 });
  if (config !== undefined) command.error('huiliu: --config goes without a list', { exitCode: 2 });
  const live = loadConfig();
  const loaded = loadImportMapping(mapping, live.folders.config, openCity(live).reference.categories);
  let refused = 0;
  const replay = new RouteReplay(loaded, () => (refused += 1));
  const summary = await replay.run({ file, then, out, half });
  if (refused > 0) process.stderr.write(`${refused} rows cannot be read and were left out\n`);
  process.stdout.write(`${json ? JSON.stringify(summary) : printedReplay(summary)}\n`);
}
