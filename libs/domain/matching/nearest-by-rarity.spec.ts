import { describe, expect, it } from '@jest/globals';
import type { ReportId } from '../ids.js';
import { nearestByRarity } from './nearest-by-rarity.js';

const found = new Map<bigint, ReportId[]>([
  [1n, ['a', 'b', 'c', 'd'] as ReportId[]],
  [2n, ['d'] as ReportId[]],
  [3n, ['b', 'c'] as ReportId[]],
]);

describe('the nearest reports of a search', () => {
  it('are those that share its rarest keys', () => {
    // d: 1/4 + 1, c and b: 1/4 + 1/2, a: 1/4
    expect([...nearestByRarity([[1n, 2n, 3n]], found, 2).keys()]).toEqual(['d', 'c']);
  });

  it('are told every search that wants them', () => {
    expect(nearestByRarity([[3n], [2n], [1n, 2n]], found, 1)).toEqual(
      new Map([
        ['c', [0]],
        ['d', [1, 2]],
      ]),
    );
  });

  it('are none for keys nobody carries', () => {
    expect(nearestByRarity([[9n], []], found, 8).size).toBe(0);
  });
});
