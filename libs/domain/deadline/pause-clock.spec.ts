import { describe, expect, it } from '@jest/globals';
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
const local = (text: string): Date => new Date(`${text}:00+08:00`);
type Span = readonly [string, string];
const paused = (unit: TimeUnit, [warnAt, dueAt]: Span, [from, to]: Span) =>
  givenBack({ unit, warnAt: local(warnAt), dueAt: local(dueAt) }, local(from), local(to), calendar);

describe('givenBack', () => {
  it.each<[string, TimeUnit, Span, Span, Span]>([
    [
      'urgent hours back as they are',
      'urgent-hour',
      ['2026-11-20T19:00', '2026-11-20T20:00'],
      ['2026-11-20T18:00', '2026-11-21T06:00'],
      ['2026-11-21T07:00', '2026-11-21T08:00'],
    ],
    [
      'natural days back over a holiday too',
      'natural-day',
      ['2026-02-15T09:00', '2026-02-16T09:00'],
      ['2026-02-14T18:00', '2026-02-24T08:00'],
      ['2026-02-24T23:00', '2026-02-25T23:00'],
    ],
    [
      'only the working hours that were lost, over a weekend and noon',
      'working-hour',
      ['2026-11-23T09:12', '2026-11-23T10:00'],
      ['2026-11-20T17:00', '2026-11-23T10:00'],
      ['2026-11-23T14:12', '2026-11-23T15:00'],
    ],
    [
      'working days over National Day, the Saturday that makes up for it among them',
      'working-day',
      ['2026-09-29T18:00', '2026-09-30T18:00'],
      ['2026-09-28T08:00', '2026-10-08T08:00'],
      ['2026-10-09T18:00', '2026-10-10T18:00'],
    ],
    [
      'nothing to a working clock for a weekend',
      'working-day',
      ['2026-11-23T09:12', '2026-11-23T10:00'],
      ['2026-11-20T18:00', '2026-11-23T08:00'],
      ['2026-11-23T09:12', '2026-11-23T10:00'],
    ],
    [
      'nothing to a working clock for 春节',
      'working-hour',
      ['2026-02-24T09:12', '2026-02-24T10:00'],
      ['2026-02-14T18:00', '2026-02-24T08:00'],
      ['2026-02-24T09:12', '2026-02-24T10:00'],
    ],
    [
      'the due time alone when it has warned already',
      'working-hour',
      ['2026-11-23T09:12', '2026-11-23T10:00'],
      ['2026-11-23T09:30', '2026-11-24T09:30'],
      ['2026-11-23T09:12', '2026-11-24T10:00'],
    ],
    [
      'nothing to what was late already',
      'urgent-hour',
      ['2026-11-20T08:00', '2026-11-20T10:00'],
      ['2026-11-20T10:00', '2026-11-21T10:00'],
      ['2026-11-20T08:00', '2026-11-20T10:00'],
    ],
    [
      'nothing for a pause that ends before it begins',
      'natural-day',
      ['2026-11-23T09:00', '2026-11-24T09:00'],
      ['2026-11-22T09:00', '2026-11-21T09:00'],
      ['2026-11-23T09:00', '2026-11-24T09:00'],
    ],
  ])('gives %s', (_what, unit, clock, pause, [warnAt, dueAt]) => {
    expect(paused(unit, clock, pause)).toEqual({ warnAt: local(warnAt), dueAt: local(dueAt) });
  });
});
