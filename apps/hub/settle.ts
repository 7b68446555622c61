import Table from 'cli-table3';
import { DataSource } from '#storage/data-source.js';
import type { Ledger } from '#domain/ledger/ledger.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import { STATUSES, isFinal } from '#domain/case/case-status.js';
import type { CaseStatus } from '#domain/case/case-status.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { exportRowsForScore } from '#storage/reading/export-routed.js';
import type { HandlingCounts } from '#storage/reading/handling-counts.js';
import { countHandling } from '#storage/reading/handling-counts.js';
import { countOpenEndings } from '#storage/reading/open-endings.js';
import type { CityProcess, Truth } from './city-process.js';
import type { RunningHub } from './start-hub.js';

/** What a bounded run came to. */
export interface Summary extends HandlingCounts {
  readonly reports: number;
  readonly cases: number;
  readonly attached: number;
  readonly quarantined: number;
  readonly deliveries: { readonly owed: number; readonly confirmed: number; readonly parked: number };
  readonly writeBacks: { readonly owed: number; readonly confirmed: number; readonly parked: number };
  readonly closed: number;
  readonly unaccounted: number;
  readonly truth: Truth;
  readonly seconds: number;
}

/** A city that has not come to rest after this long will not. */
const GIVE_UP_MS = 170_000;
const LOOK_EVERY_MS = 500;

/** Waits until the city has published everything, the ledger balances and nothing is open before or after closing; then sums up and scores. */
export async function untilSettled(
  hub: RunningHub,
  city: CityProcess,
  began: number,
  stopped: Promise<void>,
): Promise<Summary & { readonly settled: boolean }> {
  const book = hub.app.get(LedgerBook, { strict: false });
  const source = hub.app.get(DataSource, { strict: false });
  const giveUpAt = began + GIVE_UP_MS;
  const isAtRest = async (): Promise<boolean> =>
    (await city.pending()) === 0 &&
    isQuiet(drawLedger({ ...(await book.figures()), broken: [] })) &&
    (await countOpenEndings(source, new Date(giveUpAt))) === 0;
  let isStopped = false;
  void stopped.then(() => (isStopped = true));
  let settled = false;
  while (!settled && !isStopped && Date.now() < giveUpAt) {
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))]);
    settled = await isAtRest();
  }
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const ledger = drawLedger(await book.facts());
  const { pairPrecision, pairRecall, routedRight } = await city.score(await exportRowsForScore(source));
  const handling = await countHandling(source);
  return { ...sumUp(ledger), ...handling, truth: { pairPrecision, pairRecall, routedRight }, seconds, settled };
}

export const isQuiet = (ledger: Ledger): boolean =>
  ledger.settled &&
  ledger.writeBacks.owed > 0 &&
  STATUSES.every((status: CaseStatus) => isFinal(status) || (ledger.casesByStatus[status] ?? 0) === 0);

function sumUp(ledger: Ledger): Omit<Summary, 'truth' | 'seconds' | keyof HandlingCounts> {
  const total = (field: 'opened' | 'attached' | 'quarantined'): number => ledger.days.reduce((sum, day) => sum + day[field], 0);
  return {
    reports: total('opened') + total('attached'),
    cases: total('opened'),
    attached: total('attached'),
    quarantined: total('quarantined'),
    deliveries: ledger.deliveries,
    writeBacks: ledger.writeBacks,
    closed: ledger.casesByStatus['closed'] ?? 0,
    unaccounted: ledger.unaccounted,
  };
}

/** Prints the summary: one JSON line last, or a table for people. */
export function showSummary({ settled, ...summary }: Summary & { readonly settled: boolean }, asJson: boolean): void {
  const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  process.stderr.write(`${settled ? 'settled' : 'NOT settled'}; memory of the hub ${memory} MB\n`);
  if (asJson) {
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    return;
  }
  const table = new Table({ head: ['', ''] });
  for (const [name, value] of Object.entries(summary)) {
    table.push([name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
  }
  process.stdout.write(`${table.toString()}\n`);
}
