import type { OwedMessage } from '#test/support/owed-cases.js';
import type { Received } from './receiving-process.js';

/** What can be said of one phase: what was owed against what a stranger's process took down. */
export interface Proof {
  readonly owed: number;
  /** Different ids that arrived, and those that did not. */
  readonly received: number;
  readonly missing: number;
  readonly repeated: number;
  /** Requests whose signature was not believed. */
  readonly refused: number;
  /** Messages that overtook an earlier one of their (endpoint, case), of so many that could have. */
  readonly outOfOrder: number;
  readonly followers: number;
  /** From the commit of the case's change to the receipt. */
  readonly latency: Percentiles;
  readonly eventsPerSecond: number;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** `owed` in the order in which it was written. */
export function prove(owed: readonly OwedMessage[], { receipts, refused }: Received): Proof {
  const first = new Map<string, { at: number; turn: number }>();
  for (const [turn, { id, at }] of receipts.entries()) if (!first.has(id)) first.set(id, { at, turn });
  const waits: number[] = [];
  const lanes = new Map<string, number>();
  let [missing, outOfOrder, followers] = [0, 0, 0];
  for (const { id, department, caseId, committedAt } of owed) {
    const receipt = first.get(id);
    if (!receipt) {
      missing += 1;
      continue;
    }
    waits.push(receipt.at - committedAt);
    const lane = `${department} ${caseId}`;
    const before = lanes.get(lane);
    if (before !== undefined) followers += 1;
    if (before !== undefined && before > receipt.turn) outOfOrder += 1;
    lanes.set(lane, receipt.turn);
  }
  const began = receipts.at(0)?.at ?? 0;
  const ended = receipts.at(-1)?.at ?? 0;
  return {
    owed: owed.length,
    received: owed.length - missing,
    missing,
    repeated: receipts.length - first.size,
    refused,
    outOfOrder,
    followers,
    latency: percentiles(waits),
    eventsPerSecond: Math.round((1000 * receipts.length) / (ended - began)),
  };
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
