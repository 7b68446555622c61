import { describe, expect, it } from '@jest/globals';
import { GRAMS_KEPT, profileText } from './text-profile.js';

describe('profileText', () => {
  it('keeps grams sorted and distinct', () => {
    const grams = Array.from(profileText('路面塌陷', '路面塌陷，路面塌陷，车轮陷入').grams);
    expect(grams).toEqual([...new Set(grams)].sort((a, b) => a - b));
  });

  it('marks the grams of the title with the lowest bit', () => {
    const grams = Array.from(profileText('井盖', '井盖破损').grams);
    expect(grams.filter((gram) => (gram & 1) === 1)).toHaveLength(1);
    expect(grams).toHaveLength(5);
  });

  it('gives the same hashes on every machine', () => {
    expect(profileText('', '井盖').grams).toEqual([341081618]);
  });

  it('keeps a sample of a long text', () => {
    const long = Array.from({ length: 900 }, (_, i) => String.fromCharCode(0x4e00 + i * 7)).join('');
    expect(profileText('', long).grams).toHaveLength(GRAMS_KEPT);
  });

  it('reads places from the address too', () => {
    expect(profileText('井盖破损', '', '建国路88号').places).toEqual(['建国路', '建国路88号']);
  });

  it('finds nothing in an empty report', () => {
    expect(profileText('', '')).toEqual({ grams: [], places: [] });
  });
});
