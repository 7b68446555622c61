import { DateTime } from 'luxon';

/** A date `yyyy-MM-dd` in the zone all the platforms live in. */
export type LocalDay = string;

const ZONE = 'Asia/Shanghai';
/** When the night's work begins: platforms close their day at midnight and often keep the hour after it for themselves. */
const NIGHT = { hour: 2, minute: 30, second: 0, millisecond: 0 };

const local = (at: Date): DateTime<true> => DateTime.fromJSDate(at, { zone: ZONE }) as DateTime<true>;

/** The first instant of a day and the first of the next one. */
export function spanOfDay(day: LocalDay): { readonly from: Date; readonly before: Date } {
  const start = DateTime.fromISO(day, { zone: ZONE });
  return { from: start.toJSDate(), before: start.plus({ days: 1 }).toJSDate() };
}

/** The last `count` days up to and with the one of an instant, oldest first. */
export const lastDays = (at: Date, count: number): LocalDay[] =>
  Array.from({ length: count }, (_, ago) =>
    local(at)
      .minus({ days: count - 1 - ago })
      .toISODate(),
  );

/** The next half past two at night in the city. */
export function nextNight(at: Date): Date {
  const tonight = local(at).set(NIGHT);
  return (tonight.toJSDate() > at ? tonight : tonight.plus({ days: 1 })).toJSDate();
}
