import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addLimit, addWorkingMinutes, workingMinutesBetween } from './add-limit.js';
import { chineseWorkCalendar } from './chinese-work-calendar.js';

const calendar = chineseWorkCalendar({
  zone: 'Asia/Shanghai',
  hours: [
    [480, 720],
    [840, 1080],
  ],
  lastKnownYear: 2026,
});

const instants = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-12-01T00:00:00Z'), noInvalidDate: true });
const minutes = fc.integer({ min: 0, max: 20_000 });

/** Weekend days of real years that were worked to make up for a holiday (调休). */
const MAKE_UP_DAYS = [
  ...['2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
  ...['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
  ...['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09'],
  ...['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
  ...['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];
const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
const DAY = 86_400_000;

describe('working time as a law', () => {
  it('adds up: a and then b is a + b', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, (start, a, b) => {
        const twice = addWorkingMinutes(addWorkingMinutes(start, a, calendar), b, calendar);
        expect(twice).toEqual(addWorkingMinutes(start, a + b, calendar));
      }),
    );
  });

  it('never runs backwards, neither for a later start nor for more time', () => {
    fc.assert(
      fc.property(instants, instants, minutes, minutes, (one, other, a, b) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const due = addWorkingMinutes(first, a, calendar).getTime();
        expect(addWorkingMinutes(second, a, calendar).getTime()).toBeGreaterThanOrEqual(due);
        expect(addWorkingMinutes(first, a + b, calendar).getTime()).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('ends inside working time and measures back to what was added', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 20_000 }), (start, added) => {
        const due = addWorkingMinutes(start, added, calendar);
        expect(workingMinutesBetween(start, due, calendar)).toBe(added);
        const justBefore = new Date(due.getTime() - 1);
        expect(workingMinutesBetween(justBefore, due, calendar)).toBeGreaterThan(0);
      }),
    );
  });

  it.each(MAKE_UP_DAYS)('counts eight hours on %s, which was worked', (day) => {
    const start = midnight(day);
    expect(workingMinutesBetween(start, new Date(start.getTime() + DAY), calendar)).toBe(480);
  });

  it.each([
    ['2025-01-28', '2025-02-04'],
    ['2025-10-01', '2025-10-08'],
    ['2026-02-15', '2026-02-23'],
    ['2026-10-01', '2026-10-07'],
  ])('counts nothing from %s to %s, a holiday', (first, last) => {
    expect(workingMinutesBetween(midnight(first), new Date(midnight(last).getTime() + DAY), calendar)).toBe(0);
  });

  it('adds up around make-up days, in hours and in days', () => {
    const around = fc
      .tuple(fc.constantFrom(...MAKE_UP_DAYS), fc.integer({ min: -10 * 24 * 60, max: 4 * 24 * 60 }))
      .map(([day, shift]) => new Date(midnight(day).getTime() + shift * 60_000));
    const amounts = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(around, amounts, amounts, (start, hours, days) => {
        const hoursLater = addLimit(start, { amount: hours, unit: 'working-hour' }, calendar);
        const thenDays = addLimit(hoursLater, { amount: days, unit: 'working-day' }, calendar);
        const daysLater = addLimit(start, { amount: days, unit: 'working-day' }, calendar);
        const thenHours = addLimit(daysLater, { amount: hours, unit: 'working-hour' }, calendar);
        const once = addLimit(start, { amount: hours + days * 8, unit: 'working-hour' }, calendar);
        expect(thenDays).toEqual(once);
        expect(thenHours).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});
