import Table from 'cli-table3';
import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import type { Ledger } from '#domain/ledger/ledger.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { withHub } from '../with-hub.js';

/** `hub ledger`: exits with 1 when anything is unaccounted for. */
export function registerLedger(program: Command): void {
  program
    .command('ledger')
    .description('对账: what was pulled and what became of it; exits with 1 unless it balances')
    .option('--day <yyyy-MM-dd>', 'only records that reached us on that day')
    .option('--json', 'one JSON line')
    .action(async ({ day, json }: { day?: string; json?: boolean }) => {
      const ledger = await withHub(loadConfig(), async ({ app }) => drawLedger(await app.get(LedgerBook).facts(day)));
      process.stdout.write(`${json ? JSON.stringify(ledger) : printed(ledger)}\n`);
      process.exitCode = ledger.unaccounted === 0 ? 0 : 1;
    });
}

function printed(ledger: Ledger): string {
  const columns = ['opened', 'attached', 'updated', 'unchanged', 'withdrawn', 'quarantined', 'waiting', 'unaccounted'] as const;
  const table = new Table({ head: ['day', 'platform', 'pulled =', ...columns] });
  for (const day of ledger.days) table.push([day.day, day.platform, day.pulled, ...columns.map((column) => day[column])]);
  const broken = ledger.broken.map(({ link, count, examples }) => `  broken: ${link}: ${count} (${examples.join(', ')})`);
  const cases = Object.entries(ledger.casesByStatus).map(([status, count]) => `${status} ${count}`);
  const { deliveries, writeBacks, undertakings } = ledger;
  return [
    table.toString(),
    `cases: ${cases.join(', ') || 'none'}`,
    `webhooks: ${deliveries.confirmed} of ${deliveries.owed} confirmed, ${deliveries.parked} parked`,
    `answers: ${writeBacks.confirmed} of ${writeBacks.owed} confirmed, ${writeBacks.parked} parked`,
    `undertakings: ${undertakings.done} of ${undertakings.promised} promised done, ${undertakings.open} open, ${undertakings.overdue} of them overdue`,
    ...broken,
    ledger.unaccounted === 0 ? 'the ledger balances' : `UNACCOUNTED: ${ledger.unaccounted}`,
  ].join('\n');
}
