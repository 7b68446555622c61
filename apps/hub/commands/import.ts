import Table from 'cli-table3';
import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import type { RefusedRecord } from '#storage/reading/import-outcomes.js';
import { importFile } from './import-file.js';
import type { ImportSummary } from './import-file.js';

interface ImportOptions {
  readonly mapping: string;
  readonly platform?: string;
  readonly json?: boolean;
}

const MOST_REFUSED_SHOWN = 20;

/** `hub import`: a CSV or XLSX file through the same pipeline as any platform. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('take the rows of a CSV or XLSX file in as reports')
    .argument('<file>', 'the table')
    .requiredOption('--mapping <name>', 'imports/NAME.yaml of the configuration folder or of config/example')
    .option('--platform <id>', 'platform the reports belong to, instead of the one the mapping names')
    .option('--json', 'one JSON line')
    .action(async (file: string, { mapping, platform, json }: ImportOptions) => {
      const refusals = new RefusalLines();
      const request = { file, mapping, platform };
      const summary = await importFile(loadConfig(), request, (row, record) => refusals.add(row, record));
      refusals.end();
      process.stdout.write(`${json ? JSON.stringify(summary) : printed(summary)}\n`);
      process.exitCode = summary.unaccounted === 0 ? 0 : 1;
    });
}

/** The first rows that lie in quarantine, with their reasons; the rest as a number. */
class RefusalLines {
  private count = 0;

  add(row: number, { faults }: RefusedRecord): void {
    this.count += 1;
    if (this.count > MOST_REFUSED_SHOWN) return;
    const reasons = faults.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
    process.stderr.write(`row ${row}: ${reasons.join('; ')}\n`);
  }

  end(): void {
    const more = this.count - MOST_REFUSED_SHOWN;
    if (more > 0) process.stderr.write(`and ${more} more rows in quarantine\n`);
  }
}

function printed(summary: ImportSummary): string {
  const table = new Table({ head: Object.keys(summary) });
  table.push(Object.values(summary));
  return table.toString();
}
