import { describe, expect, it } from '@jest/globals';
import type { LedgerDay, LedgerFacts } from './ledger.js';
import { drawLedger, unaccountedOf } from './ledger.js';

const aDay = (facts: Partial<LedgerDay> = {}): LedgerDay => ({
  platform: 'hotline',
  day: '2026-11-20',
  pulled: 10,
  opened: 4,
  attached: 2,
  updated: 1,
  unchanged: 2,
  withdrawn: 0,
  quarantined: 1,
  waiting: 0,
  unproven: 0,
  ...facts,
});
const facts = (changes: Partial<LedgerFacts> = {}): LedgerFacts => ({
  days: [aDay()],
  broken: [],
  casesByStatus: { closed: 4 },
  deliveries: { owed: 4, confirmed: 4, parked: 0 },
  writeBacks: { owed: 6, confirmed: 6, parked: 0 },
  undertakings: { promised: 3, done: 1, overdue: 1, open: 2 },
  ...changes,
});

describe('the ledger', () => {
  it('balances when every record has one outcome', () => {
    expect(drawLedger(facts())).toMatchObject({ unaccounted: 0, settled: true });
  });

  it.each([
    ['a record that vanished', { pulled: 11 }, 1],
    ['a record that was invented', { opened: 5 }, 1],
    ['an outcome without its report', { unproven: 2 }, 2],
    ['a record that still waits', { pulled: 11, waiting: 1 }, 0],
  ])('counts %s', (_title, change, unaccounted) => {
    expect(unaccountedOf(aDay(change))).toBe(unaccounted);
  });

  it('counts a broken link of a chain', () => {
    expect(drawLedger(facts({ broken: [{ link: 'x', count: 3, examples: [] }] })).unaccounted).toBe(3);
  });

  it('is settled while undertakings run for months', () => {
    expect(drawLedger(facts())).toMatchObject({ settled: true, undertakings: { promised: 3, done: 1, overdue: 1, open: 2 } });
  });

  it('is not settled while an answer is owed', () => {
    expect(drawLedger(facts({ writeBacks: { owed: 6, confirmed: 5, parked: 1 } })).settled).toBe(false);
  });
});
