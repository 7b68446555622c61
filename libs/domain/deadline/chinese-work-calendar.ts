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
      const date = DateTime.fromISO(localDate, { zone: 'utc' });
      // the package answers for years without data as if they had no holidays, and does not say so
      if (date.year > settings.lastKnownYear) return date.weekday < SATURDAY;
      return chineseDays.isWorkday(localDate);
    },
  };
}
