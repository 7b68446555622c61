import Table from 'cli-table3';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { as } from '#domain/ids.js';
import type { Reconciliation } from '#domain/reconcile/reconciliation.js';
import { isWhole } from '#domain/reconcile/reconciliation.js';
import { ReconcilePlatform } from '#pipeline/reconcile-platform.js';
import { withHub } from '../with-hub.js';

interface ReconcileOptions {
  readonly days?: number;
  readonly json?: boolean;
}

const MOST_DAYS = 366;
const MOST_NAMED = 20;

/** `hub reconcile`: exits with 1 when a record is missing still, or a day could not be counted. */
export function registerReconcile(program: Command): void {
  program
    .command('reconcile')
    .description('对账: count the last days again at a platform, name what the hub lacks, and take it in')
    .argument('<platform>', 'id of a platform of platforms.yaml')
    .option('--days <number>', 'how many days, today among them', daysOf)
    .option('--json', 'one JSON line')
    .action(async (platform: string, { days, json }: ReconcileOptions) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      const results = await withHub(loadConfig(), ({ app }) =>
        app.get(ReconcilePlatform).reconcile(as(platform), stop.signal, days),
      );
      process.stdout.write(`${json ? JSON.stringify({ platform, days: results }) : printed(results)}\n`);
      process.exitCode = results.every(isWhole) ? 0 : 1;
    });
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`a number from 1 to ${MOST_DAYS} is needed`);
}

function printed(results: readonly Reconciliation[]): string {
  if (results.length === 0) return 'nothing to compare: no good pull has come long enough after the beginning of these days';
  const table = new Table({ head: ['day', 'at the platform', 'ours', 'missing', 'healed'] });
  for (const result of results) {
    if (result.kind === 'failed') table.push([result.day, { colSpan: 4, content: `${result.code}: ${result.message}` }]);
    else table.push([result.day, result.atSource, result.ours, result.missing.length, result.healed.length]);
  }
  const named = results.flatMap((result) => (result.kind === 'counted' ? missingLines(result) : []));
  return [table.toString(), ...named, results.every(isWhole) ? 'nothing is missing' : 'NOT WHOLE'].join('\n');
}

function missingLines({ day, missing, healed }: Extract<Reconciliation, { kind: 'counted' }>): string[] {
  const lines = missing.slice(0, MOST_NAMED).map((id) => `  ${day} ${id}: ${healed.includes(id) ? 'healed' : 'still missing'}`);
  const more = missing.length - lines.length;
  return more > 0 ? [...lines, `  ${day} and ${more} more`] : lines;
}
