import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingMinutes, workingMinutesBetween } from './add-limit.js';
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
});
