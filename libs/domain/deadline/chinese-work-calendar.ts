import chineseDays from 'chinese-days';
import { DateTime } from 'luxon';
import type { WorkCalendar } from './work-calendar.js';

export interface CalendarSettings {
  readonly zone: string;
  /** Working intervals of a working day, in minutes since local midnight, ascending. */
  readonly hours: WorkCalendar['hours'];
  /** Last year whose holidays and make-up workdays (调休) have been published. */
  readonly lastKnownYear: number;
  /** The city's own days, local dates `yyyy-MM-dd`; they win over the national ones. */
  readonly extraHolidays?: readonly string[];
  readonly extraWorkdays?: readonly string[];
}

const SATURDAY = 6;

/**
 * Whether the State Council named the day a holiday (false) or a make-up workday (true). Only the package's own tables are
 * asked: the weekday it works out depends on the zone of this process, and for years without data it knows no holiday.
 */
function namedDay(localDate: string): boolean | undefined {
  const { work, name } = chineseDays.getDayDetail(localDate);
  const isNamed = name.includes(',');
  return isNamed ? work : undefined;
}

/** The national calendar of holidays and make-up workdays; after `lastKnownYear` only weekends are free. */
export function chineseWorkCalendar(settings: CalendarSettings): WorkCalendar {
  const holidays = new Set(settings.extraHolidays);
  const workdays = new Set(settings.extraWorkdays);
  return {
    zone: settings.zone,
    hours: settings.hours,
    isWorkday(localDate) {
      if (holidays.has(localDate)) return false;
      if (workdays.has(localDate)) return true;
      const { year, weekday } = DateTime.fromISO(localDate, { zone: 'utc' });
      const named = year > settings.lastKnownYear ? undefined : namedDay(localDate);
      return named ?? weekday < SATURDAY;
    },
  };
}
