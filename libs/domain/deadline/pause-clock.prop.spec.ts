import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addLimit, addWorkingMinutes, workingMinutesBetween } from './add-limit.js';
import { chineseWorkCalendar } from './chinese-work-calendar.js';
import type { TimeUnit } from './deadline-policy.js';
import { givenBack } from './pause-clock.js';

const calendar = chineseWorkCalendar({
  zone: 'Asia/Shanghai',
  hours: [
    [480, 720],
    [840, 1080],
  ],
  lastKnownYear: 2026,
});
const MINUTE = 60_000;
const isPlain = (unit: TimeUnit): boolean => unit === 'urgent-hour' || unit === 'natural-day';
/** Minutes of a clock from one instant to another, in its own way of counting. */
const counted = (unit: TimeUnit, from: Date, to: Date): number =>
  isPlain(unit) ? (to.getTime() - from.getTime()) / MINUTE : workingMinutesBetween(from, to, calendar);
const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

interface Clock {
  readonly startsAt: Date;
  readonly warnAt: Date;
  readonly dueAt: Date;
  readonly unit: TimeUnit;
}

const HOURS: Record<TimeUnit, number> = { 'urgent-hour': 1, 'working-hour': 1, 'working-day': 8, 'natural-day': 24 };

function clocksOf(units: readonly TimeUnit[], starts: fc.Arbitrary<Date>): fc.Arbitrary<Clock> {
  return fc
    .record({
      startsAt: starts,
      hours: fc.integer({ min: 1, max: 200 }),
      share: fc.constantFrom(0, 0.5, 0.8, 1),
      unit: fc.constantFrom(...units),
    })
    .map(({ startsAt, hours, share, unit }) => {
      const amount = hours / HOURS[unit];
      const warnAt = addLimit(startsAt, { amount: amount * share, unit }, calendar);
      return { startsAt, warnAt, dueAt: addLimit(startsAt, { amount, unit }, calendar), unit };
    });
}

const instants = fc.date({ min: new Date('2024-12-01T00:00:00Z'), max: new Date('2026-12-01T00:00:00Z'), noInvalidDate: true });
const clocks = clocksOf(['urgent-hour', 'working-hour', 'working-day', 'natural-day'], instants);
/** Up to twenty days. */
const minutes = fc.integer({ min: 0, max: 28_800 });
/** A clock with a pause that begins while it runs. */
const pausedClocks = fc.tuple(clocks, fc.double({ min: 0, max: 1, noNaN: true }), minutes).map(([clock, share, length]) => {
  const run = clock.dueAt.getTime() - clock.startsAt.getTime();
  const from = new Date(clock.startsAt.getTime() + Math.floor(run * share));
  return { clock, from, to: after(from, length) };
});

describe('giving back paused time as a law', () => {
  it('leaves as much time at the end of a pause as there was at its beginning', () => {
    fc.assert(
      fc.property(pausedClocks, ({ clock, from, to }) => {
        fc.pre(from < clock.dueAt);
        const { warnAt, dueAt } = givenBack(clock, from, to, calendar);
        expect(counted(clock.unit, to, dueAt)).toBeCloseTo(counted(clock.unit, from, clock.dueAt), 6);
        if (clock.warnAt > from) expect(counted(clock.unit, to, warnAt)).toBeCloseTo(counted(clock.unit, from, clock.warnAt), 6);
      }),
    );
  });

  it('never moves a time forward to sooner, nor the warning behind the due time', () => {
    fc.assert(
      fc.property(pausedClocks, ({ clock, from, to }) => {
        const { warnAt, dueAt } = givenBack(clock, from, to, calendar);
        expect(warnAt.getTime()).toBeGreaterThanOrEqual(clock.warnAt.getTime());
        expect(dueAt.getTime()).toBeGreaterThanOrEqual(clock.dueAt.getTime());
        expect(warnAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());
      }),
    );
  });

  it('is the same for one pause and for the two it is cut into', () => {
    fc.assert(
      fc.property(pausedClocks, minutes, ({ clock, from, to }, more) => {
        const twice = givenBack({ ...clock, ...givenBack(clock, from, to, calendar) }, to, after(to, more), calendar);
        expect(twice).toEqual(givenBack(clock, from, after(to, more), calendar));
      }),
    );
  });

  it('gives two pauses with work between them back as one of their sum', () => {
    fc.assert(
      fc.property(pausedClocks, minutes, minutes, ({ clock, from, to }, between, more) => {
        const once = { ...clock, ...givenBack(clock, from, to, calendar) };
        const [again, end] = [after(to, between), after(to, between + more)];
        fc.pre(from < clock.dueAt && again < once.dueAt);

        const { dueAt } = givenBack(once, again, end, calendar);

        const sum = counted(clock.unit, from, to) + counted(clock.unit, again, end);
        const due = isPlain(clock.unit) ? after(clock.dueAt, sum) : addWorkingMinutes(clock.dueAt, sum, calendar);
        expect(dueAt).toEqual(due);
      }),
    );
  });

  it('costs a working clock nothing on weekends, over 春节 and National Day, at night and at noon', () => {
    const freeTimes = fc.constantFrom(
      ['2026-11-20T18:00:00+08:00', '2026-11-23T08:00:00+08:00'],
      ['2025-01-27T18:00:00+08:00', '2025-02-05T08:00:00+08:00'],
      ['2026-02-14T18:00:00+08:00', '2026-02-24T08:00:00+08:00'],
      ['2026-09-30T18:00:00+08:00', '2026-10-08T08:00:00+08:00'],
      ['2026-11-18T18:00:00+08:00', '2026-11-19T08:00:00+08:00'],
      ['2026-11-18T12:00:00+08:00', '2026-11-18T14:00:00+08:00'],
    );
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    const scene = fc.tuple(freeTimes, shares, shares).chain(([[first, last], one, other]) => {
      const [begin, end] = [Date.parse(first), Date.parse(last)];
      const [from, to] = [one, other].sort((a, b) => a - b).map((share) => new Date(begin + Math.floor((end - begin) * share)));
      const starts = fc.integer({ min: 0, max: 600 }).map((hours) => after(from, -60 * hours));
      return fc.record({
        clock: clocksOf(['working-hour', 'working-day'], starts),
        from: fc.constant(from),
        to: fc.constant(to),
      });
    });
    fc.assert(
      fc.property(scene, ({ clock, from, to }) => {
        expect(givenBack(clock, from, to, calendar)).toEqual({ warnAt: clock.warnAt, dueAt: clock.dueAt });
      }),
    );
  });
});
