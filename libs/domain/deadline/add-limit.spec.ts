import { describe, expect, it } from '@jest/globals';
import { addLimit, workingMinutesBetween } from './add-limit.js';
import { chineseWorkCalendar } from './chinese-work-calendar.js';
import type { TimeUnit } from './deadline-policy.js';

const calendar = chineseWorkCalendar({
  zone: 'Asia/Shanghai',
  hours: [
    [480, 720],
    [840, 1080],
  ],
  lastKnownYear: 2026,
});
const local = (text: string): Date => new Date(`${text}:00+08:00`);

describe('addLimit', () => {
  it.each<[string, string, number, TimeUnit, string]>([
    ['urgent hours run through the night', '2026-11-20T23:00', 2, 'urgent-hour', '2026-11-21T01:00'],
    ['natural days run through the weekend', '2026-11-20T17:00', 7, 'natural-day', '2026-11-27T17:00'],
    ['working hours run within the morning', '2026-11-20T08:30', 2, 'working-hour', '2026-11-20T10:30'],
    ['working hours pause at noon', '2026-11-20T11:00', 2, 'working-hour', '2026-11-20T15:00'],
    ['working hours end with the day, not at the start of the next', '2026-11-20T16:00', 2, 'working-hour', '2026-11-20T18:00'],
    ['working hours pause over the weekend', '2026-11-20T17:00', 2, 'working-hour', '2026-11-23T09:00'],
    ['working hours that start at night begin in the morning', '2026-11-22T22:00', 4, 'working-hour', '2026-11-23T12:00'],
    ['a working day is a full day of hours', '2026-11-20T10:00', 1, 'working-day', '2026-11-23T10:00'],
    ['working days skip National Day and count make-up days', '2026-09-30T18:00', 3, 'working-day', '2026-10-10T18:00'],
    ['nothing added stays where it is', '2026-11-22T03:00', 0, 'working-hour', '2026-11-22T03:00'],
  ])('%s', (_law, start, amount, unit, due) => {
    expect(addLimit(local(start), { amount, unit }, calendar)).toEqual(local(due));
  });

  it('counts by the wall clock where summer time begins', () => {
    const berlin = { zone: 'Europe/Berlin', hours: [[0, 1440]] as const, isWorkday: () => true };
    expect(addLimit(new Date('2026-03-28T23:00:00Z'), { amount: 24, unit: 'working-hour' }, berlin)).toEqual(
      new Date('2026-03-29T23:00:00Z'),
    );
  });

  it('asks for a person when the calendar never works', () => {
    const never = { zone: 'Asia/Shanghai', hours: [[480, 720]] as const, isWorkday: () => false };
    expect(() => addLimit(local('2026-11-20T10:00'), { amount: 1, unit: 'working-hour' }, never)).toThrow('no working time');
  });
});

describe('workingMinutesBetween', () => {
  it.each([
    ['2026-11-20T11:00', '2026-11-20T15:00', 120],
    ['2026-11-20T17:00', '2026-11-23T09:00', 120],
    ['2026-09-30T18:00', '2026-10-08T08:00', 0],
    ['2026-11-20T15:00', '2026-11-20T11:00', 0],
  ])('counts from %s to %s only what is worked', (start, end, minutes) => {
    expect(workingMinutesBetween(local(start), local(end), calendar)).toBe(minutes);
  });
});
