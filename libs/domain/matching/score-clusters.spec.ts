import { describe, expect, it } from '@jest/globals';
import { as, type ExternalId } from '../ids.js';
import { scoreClusters } from './score-clusters.js';

const groups = (of: Record<string, string>): Map<ExternalId, string> =>
  new Map(Object.entries(of).map(([id, group]) => [as<ExternalId>(id), group]));
const TRUTH = groups({ a: 'pit', b: 'pit', c: 'pit', d: 'lamp', e: 'alone' });

describe('scoreClusters', () => {
  it('is full when every matter is one group', () => {
    expect(scoreClusters(TRUTH, TRUTH)).toEqual({ pairPrecision: 1, groupedRecall: 1, wrongPairs: 0 });
  });

  it('counts pairs put together wrongly, and the share of a matter that is found with each report', () => {
    const found = groups({ a: '1', b: '1', c: '2', d: '2', e: '3' });
    // a and b find two of three each, c one of three
    expect(scoreClusters(found, TRUTH)).toEqual({
      pairPrecision: 0.5,
      groupedRecall: (2 / 3 + 2 / 3 + 1 / 3) / 3,
      wrongPairs: 1,
    });
  });

  it('leaves pairs out of which nobody can say', () => {
    const found = groups({ a: '1', b: '1', c: '2', d: '2', e: '3' });
    expect(scoreClusters(found, TRUTH, new Set(['c d', 'd c'])).pairPrecision).toBe(1);
  });
});
