import { describe, expect, it } from '@jest/globals';
import { startOf, withoutOld } from './trail.js';

const now = new Date(1_000_000);
const prints = [
  { item: 'a', at: 100_000 },
  { item: 'b', at: 500_000 },
  { item: 'c', at: 560_000 },
];

describe('the trail of an opaque cursor', () => {
  it('starts again at the last footprint older than the overlap', () => {
    expect(startOf({ footprints: prints, midway: false }, 60, now)).toEqual([{ item: 'b', at: 500_000 }]);
  });

  it('starts from the beginning while no footprint is old enough', () => {
    expect(startOf({ footprints: prints, midway: false }, 600, now)).toEqual([]);
  });

  it('goes on at the last footprint after an unfinished pull', () => {
    expect(startOf({ footprints: prints, midway: true }, 60, now)).toEqual(prints);
  });

  it('forgets footprints that no pull can start from any more', () => {
    expect(withoutOld(prints, 60, now)).toEqual([prints[1], prints[2]]);
  });

  it('is not led astray by a change dated in the future', () => {
    const future = [...prints, { item: 'd', at: 9_000_000 }];
    expect(startOf({ footprints: future, midway: false }, 60, now)).toEqual([{ item: 'b', at: 500_000 }]);
  });
});
