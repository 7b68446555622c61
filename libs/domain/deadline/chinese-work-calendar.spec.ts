import { describe, expect, it } from '@jest/globals';
import { chineseWorkCalendar } from './chinese-work-calendar.js';

const calendar = chineseWorkCalendar({
  zone: 'Asia/Shanghai',
  hours: [[480, 720]],
  lastKnownYear: 2026,
  extraHolidays: ['2026-11-24'],
  extraWorkdays: ['2026-11-28'],
});

describe('chineseWorkCalendar', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked to make up for it'],
    ['2026-11-24', false, "a city's own holiday"],
    ['2026-11-28', true, "a city's own working Saturday"],
    ['2027-10-01', true, 'a Friday of a year whose holidays are not known yet'],
    ['2027-10-02', false, 'a Saturday of such a year'],
  ])('knows whether %s is worked (%s): %s', (date, works) => {
    expect(calendar.isWorkday(date)).toBe(works);
  });
});
