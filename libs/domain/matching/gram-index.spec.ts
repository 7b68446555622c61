import { describe, expect, it } from '@jest/globals';
import { GramIndex } from './gram-index.js';

describe('GramIndex', () => {
  it('says where a gram stands, whether or not in the title', () => {
    const index = new GramIndex([-8, 4, 7, 900]);
    expect([-8, -7, 4, 5, 6, 7, 900].map((gram) => index.find(gram))).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  it('misses what is not there, and everything in a text without grams', () => {
    expect([0, 2, -6, 902].map((gram) => new GramIndex([-8, 4, 7, 900]).find(gram))).toEqual([-1, -1, -1, -1]);
    expect(new GramIndex([]).find(4)).toBe(-1);
  });

  it('keeps grams apart that want one slot', () => {
    const alike = Array.from({ length: 160 }, (_, at) => at << 17);
    const index = new GramIndex(alike);
    expect(alike.map((gram) => index.find(gram))).toEqual(alike.map((_, at) => at));
    expect(index.find(160 << 17)).toBe(-1);
  });
});
