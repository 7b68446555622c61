import type { TimeLimit } from './deadline-policy.js';
import type { WorkCalendar } from './work-calendar.js';
import { workingDaysOf } from './working-days.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When a limit that starts at `start` is up. 紧急工作时 and 自然日 run on through nights and holidays, 工作时 and 工作日 count
 * working time only; a 工作日 is one full day of the calendar's hours (eight of them by default).
 */
export function addLimit(start: Date, limit: TimeLimit, calendar: WorkCalendar): Date {
  const from = start.getTime();
  switch (limit.unit) {
    case 'urgent-hour':
      return new Date(from + limit.amount * HOUR);
    case 'natural-day':
      return new Date(from + limit.amount * 24 * HOUR);
    case 'working-hour':
      return new Date(workingDaysOf(calendar).add(from, Math.round(limit.amount * HOUR)));
    case 'working-day': {
      const days = workingDaysOf(calendar);
      return new Date(days.add(from, Math.round(limit.amount * days.millisecondsPerDay)));
    }
  }
}

/** Adds working minutes to an instant: the earliest instant by which they have passed. */
export function addWorkingMinutes(start: Date, minutes: number, calendar: WorkCalendar): Date {
  return new Date(workingDaysOf(calendar).add(start.getTime(), Math.round(minutes * MINUTE)));
}

/** Working minutes from `start` to `end`; 0 when `end` is not later. */
export function workingMinutesBetween(start: Date, end: Date, calendar: WorkCalendar): number {
  return workingDaysOf(calendar).between(start.getTime(), end.getTime()) / MINUTE;
}
