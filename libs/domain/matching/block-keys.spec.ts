import { describe, expect, it } from '@jest/globals';
import { blockKeys, lockSlots, searchKeys } from './block-keys.js';
import type { MatchSubject } from './match-subject.js';
import { sampleSubject } from './sample-subject.js';

const finds = (a: MatchSubject, b: MatchSubject): boolean => {
  const keys = new Set(blockKeys(b));
  return searchKeys(a).some((key) => keys.has(key));
};
const LETTER = '小区门前的路面塌陷了一个大坑，雨天积水看不见深浅，电动车摔倒过两回，夜里没有围挡和警示灯';

describe('blockKeys and searchKeys', () => {
  it('find a relayed copy by the id of its origin, from either side', () => {
    const origin = sampleSubject({ id: 'h7' });
    const copy = sampleSubject({ id: 'u1', platform: 'urban', relayOf: { externalId: 'h7' } });
    expect([finds(copy, origin), finds(origin, copy)]).toEqual([true, true]);
  });

  it.each([
    ['the same caller about the same class', { caller: 'f00d', category: 'E0113' }, { caller: 'f00d', category: 'E0101' }, true],
    ['the same caller about another class', { caller: 'f00d', category: 'E0113' }, { caller: 'f00d', category: 'A0201' }, false],
    ['the same component', { place: { componentCode: 'p1' } }, { place: { componentCode: 'p1' } }, true],
    [
      'the same grid and category',
      { place: { gridCode: 'G1' }, category: 'E0113' },
      { place: { gridCode: 'G1' }, category: 'E0113' },
      true,
    ],
    ['the same grid, not classified', { place: { gridCode: 'G1' } }, { place: { gridCode: 'G1' } }, false],
    ['the same house', { place: { address: '建国路88号' } }, { place: { address: '在建国路八十八号' } }, true],
    ['the same masked district only', { place: { address: 'A3区' } }, { place: { address: 'A3区' } }, false],
    ['150 m apart', { place: { longitude: 120, latitude: 36 } }, { place: { longitude: 120, latitude: 36.00134 } }, true],
    ['500 m apart', { place: { longitude: 120, latitude: 36 } }, { place: { longitude: 120, latitude: 36.0045 } }, false],
    ['nearly the same words', { body: LETTER }, { body: `${LETTER}，昨晚又有人摔了` }, true],
    ['nothing', {}, {}, false],
  ])('meet on %s', (_name, mine, theirs, expected) => {
    const [a, b] = [sampleSubject({ id: 'a', ...mine }), sampleSubject({ id: 'b', ...theirs })];
    expect([finds(a, b), finds(b, a)]).toEqual([expected, expected]);
  });

  it('cost at most 12 rows and 15 look-ups', () => {
    const place = { address: '建国路88号阳光花园3栋城南医院', longitude: 120, latitude: 36, gridCode: 'G1', componentCode: 'p1' };
    const full = sampleSubject({ caller: 'f00d', category: 'E0113', body: LETTER, place, relayOf: { externalId: 'h7' } });
    expect([blockKeys(full).length, searchKeys(full).length]).toEqual([12, 15]);
  });

  it('are signed 64-bit numbers, the same on every machine', () => {
    expect(blockKeys(sampleSubject({ id: 'h7' }))).toEqual([5993918157539234493n]);
  });
});

describe('lockSlots', () => {
  it('are sorted and lie below the number of slots', () => {
    const slots = lockSlots(sampleSubject({ id: 'a', body: LETTER, place: { longitude: 120, latitude: 36 } }), 64);
    expect(slots).toEqual([...new Set(slots)].sort((a, b) => a - b));
    expect(slots.every((slot) => slot >= 0 && slot < 64)).toBe(true);
  });
});
