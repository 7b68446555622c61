import { describe, expect, it } from '@jest/globals';
import { scoreAgainstTruth } from './score-against-truth.js';
import type { ScoredRow, Truth } from './score-against-truth.js';

const departments: Record<string, string> = {
  lamp: 'urban-management',
  pipe: 'water-supply',
  'lamp-long-ago': 'urban-management',
};

/** A city of records named by their external id, each with its matter; a `!` means withdrawn. */
function cityOf(matterOf: Record<string, string>): Truth {
  const records = Object.entries(matterOf).map(([externalId, matter]) => ({
    platform: 'hotline',
    externalId,
    matterId: matter.replace('!', ''),
    withdrawn: matter.endsWith('!'),
  }));
  const record: Truth['record'] = ({ externalId }) => records.find((one) => one.externalId === externalId);
  return {
    record,
    records: () => records,
    majority: (names) => {
      const matters = names.map((name) => record(name)!.matterId);
      const most = matters.sort((a, b) => matters.filter((m) => m === b).length - matters.filter((m) => m === a).length)[0];
      return { department: departments[most] };
    },
  };
}

const row = (externalId: string, caseNumber: string | null, routedTo: string | null = null): ScoredRow => ({
  platform: 'hotline',
  externalId,
  caseNumber,
  routedTo,
});

describe('the score', () => {
  const city = cityOf({ a1: 'lamp', a2: 'lamp', a3: 'lamp', b1: 'pipe' });

  it('is full when every matter is one case with the right department', () => {
    const rows = [row('a1', '1', 'urban-management'), row('a2', '1'), row('a3', '1'), row('b1', '2', 'water-supply')];
    expect(scoreAgainstTruth(rows, city)).toMatchObject({ pairPrecision: 1, pairRecall: 1, routedRight: 1 });
  });

  it('counts pairs put together wrongly against precision and pairs missed against recall', () => {
    const rows = [row('a1', '1', 'urban-management'), row('a2', '1'), row('b1', '1'), row('a3', '2', 'urban-management')];
    const score = scoreAgainstTruth(rows, city);
    expect(score.pairs).toEqual({ truly: 3, claimed: 3, both: 1 });
    expect(score.pairPrecision).toBeCloseTo(1 / 3);
    expect(score.pairRecall).toBeCloseTo(1 / 3);
    expect(score.routedRight).toBe(1);
  });

  it('counts held and wrongly routed cases as wrong', () => {
    const rows = [
      row('a1', '1'),
      row('a2', '2', 'water-supply'),
      row('a3', '3', 'urban-management'),
      row('b1', '4', 'water-supply'),
    ];
    const score = scoreAgainstTruth(rows, city);
    expect(score.routedRight).toBe(0.5);
    expect(score.cases).toEqual({ all: 4, right: 2, held: 1 });
  });

  it('leaves withdrawn, unknown and unopened records out, and misses the pairs of records that were never opened', () => {
    const some = cityOf({ a1: 'lamp', a2: 'lamp!', a3: 'lamp' });
    const rows = [row('a1', '1', 'urban-management'), row('a2', '1'), row('a3', null), row('x9', '1')];
    expect(scoreAgainstTruth(rows, some).pairs).toEqual({ truly: 1, claimed: 0, both: 0 });
  });

  it('takes the same thing long ago for another matter', () => {
    const some = cityOf({ a1: 'lamp', a2: 'lamp-long-ago' });
    const rows = [row('a1', '1', 'urban-management'), row('a2', '1')];
    expect(scoreAgainstTruth(rows, some)).toMatchObject({ pairPrecision: 0, pairRecall: 1 });
  });
});
