import { DateTime } from 'luxon';
import { OperatorError } from '../errors.js';
import type { WorkCalendar } from './work-calendar.js';

interface LocalDay {
  /** Local midnight, epoch milliseconds. */
  readonly startsAt: number;
  /** Working intervals, epoch milliseconds; none on a free day. */
  readonly intervals: readonly (readonly [number, number])[];
}

const UTC_DAY = 86_400_000;
const MINUTE = 60_000;
/** No calendar leaves ten years in a row free; one that does would keep a sum running forever. */
const LONGEST_SEARCH_DAYS = 3660;

/** The days of a calendar as epoch milliseconds, each worked out once: sums on the hot path need no date library. */
export class WorkingDays {
  readonly millisecondsPerDay: number;
  private readonly days = new Map<number, LocalDay>();

  constructor(private readonly calendar: WorkCalendar) {
    this.millisecondsPerDay = calendar.hours.reduce((sum, [from, to]) => sum + (to - from) * MINUTE, 0);
  }

  /** The earliest instant by which `duration` of working time has passed since `start`. */
  add(start: number, duration: number): number {
    if (duration <= 0) return start;
    let left = duration;
    const first = this.numberAt(start);
    for (let number = first; number < first + LONGEST_SEARCH_DAYS; number += 1) {
      for (const [from, to] of this.day(number).intervals) {
        const begin = Math.max(from, start);
        const available = to - begin;
        if (available <= 0) continue;
        if (available >= left) return begin + left;
        left -= available;
      }
    }
    throw new OperatorError('CONFIG_INVALID', 'The calendar has no working time: check hours and holidays in calendar.yaml.');
  }

  /** Working time from `start` to `end`; nothing when `end` is not later. */
  between(start: number, end: number): number {
    if (end <= start) return 0;
    let sum = 0;
    const last = this.numberAt(end);
    for (let number = this.numberAt(start); number <= last; number += 1) {
      for (const [from, to] of this.day(number).intervals) {
        sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
      }
    }
    return sum;
  }

  /** Local days are numbered like UTC days of the same date; the search corrects for the zone. */
  private numberAt(instant: number): number {
    let number = Math.floor(instant / UTC_DAY);
    while (this.day(number).startsAt > instant) number -= 1;
    while (this.day(number + 1).startsAt <= instant) number += 1;
    return number;
  }

  private day(number: number): LocalDay {
    const known = this.days.get(number);
    if (known) return known;
    const midnight = DateTime.fromMillis(number * UTC_DAY, { zone: 'utc' }).setZone(this.calendar.zone, { keepLocalTime: true });
    const at = (minutes: number): number => midnight.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
    const works = this.calendar.isWorkday(midnight.toFormat('yyyy-MM-dd'));
    const intervals = works ? this.calendar.hours.map(([from, to]) => [at(from), at(to)] as const) : [];
    const day = { startsAt: midnight.toMillis(), intervals };
    this.days.set(number, day);
    return day;
  }
}

const known = new WeakMap<WorkCalendar, WorkingDays>();

/** The worked-out days of a calendar, shared by everybody who counts with it. */
export function workingDaysOf(calendar: WorkCalendar): WorkingDays {
  let days = known.get(calendar);
  if (!days) {
    days = new WorkingDays(calendar);
    known.set(calendar, days);
  }
  return days;
}
