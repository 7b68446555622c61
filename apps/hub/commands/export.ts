import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { exportRows } from '#storage/reading/export-rows.js';
import { EXPORT_TABLES } from '#storage/reading/export-tables.js';
import { withHub } from '../with-hub.js';
import { proveWritable, writeCsv } from './export-csv.js';

interface ExportOptions {
  readonly out: string;
  readonly columns?: string;
  readonly platform?: string;
}

type TableName = keyof typeof EXPORT_TABLES;

/** A command line that cannot be meant; like a configuration that cannot be used. */
const WRONG_USE = { exitCode: 2 };

/** `hub export reports|cases|suggestions`: what became of everything, as CSV. */
export function registerExport(program: Command): void {
  const command = program
    .command('export')
    .description('write reports, cases or suggested pairs as CSV')
    .argument('<what>', Object.keys(EXPORT_TABLES).join(', '))
    .requiredOption('--out <file>', 'file to write, - for standard output')
    .option('--columns <names>', 'columns, separated by commas')
    .option('--platform <id>', 'only what has to do with that platform');
  command.action(async (what: string, options: ExportOptions) => {
    const name = isTable(what) ? what : command.error(`huiliu: there is no table ${what}; the tables are ${tables}`, WRONG_USE);
    const columns = columnsOf(name, options.columns, (message) => command.error(message, WRONG_USE));
    const { out, platform } = options;
    await proveWritable(out).catch((thrown: Error) =>
      command.error(`huiliu: ${out} cannot be written: ${thrown.message}`, WRONG_USE),
    );
    const count = await withHub(loadConfig(), ({ source }) =>
      writeCsv(out, columns, exportRows(source, EXPORT_TABLES[name], { columns, platform })),
    );
    if (out !== '-') process.stderr.write(`${count} rows written to ${out}\n`);
  });
}

const tables = Object.keys(EXPORT_TABLES).join(', ');
const isTable = (name: string): name is TableName => Object.hasOwn(EXPORT_TABLES, name);

function columnsOf(name: TableName, asked: string | undefined, refuse: (message: string) => never): readonly string[] {
  const { columns, defaults } = EXPORT_TABLES[name];
  if (asked === undefined) return defaults;
  const names = asked.split(',').map((column) => column.trim());
  const unknown = names.filter((column) => !Object.hasOwn(columns, column));
  if (unknown.length === 0) return [...new Set(names)];
  return refuse(`huiliu: ${name} have no column ${unknown.join(', ')}; the columns are ${Object.keys(columns).join(', ')}`);
}
