import { describe, expect, it } from '@jest/globals';
import { findWeek, weekBefore, weekOf } from './city-weeks.js';

describe('weeks of the city', () => {
  it('run from Monday midnight to Monday midnight in China', () => {
    expect(findWeek('2026-W47')).toEqual({
      name: '2026-W47',
      from: new Date('2026-11-15T16:00:00Z'),
      before: new Date('2026-11-22T16:00:00Z'),
    });
  });

  it.each([
    ['2026-11-15T15:59:59.999Z', '2026-W46'],
    ['2026-11-15T16:00:00Z', '2026-W47'],
    ['2026-11-22T15:59:00Z', '2026-W47'],
    ['2026-11-22T16:00:00Z', '2026-W48'],
    ['2027-01-03T15:59:59Z', '2026-W53'],
    ['2027-01-03T16:00:00Z', '2027-W01'],
  ])('have %s in %s', (at, name) => {
    expect(weekOf(new Date(at)).name).toBe(name);
  });

  it('follow each other over the end of a year, be it 52 weeks long or 53', () => {
    expect(weekBefore(findWeek('2027-W01')!)).toEqual(findWeek('2026-W53'));
    expect(weekBefore(findWeek('2026-W01')!)).toEqual(findWeek('2025-W52'));
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-W7', '2026W47', '2026-W47-1', '2026-11-16', ' 2026-W47', '', 'x'])(
    'do not know %p',
    (name) => {
      expect(findWeek(name)).toBeUndefined();
    },
  );
});
