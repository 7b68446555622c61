import { DateTime } from 'luxon';

/** So many days from an instant, as ISO 8601 with the city's offset. */
export const daysAhead = (from: Date, days: number): string =>
  DateTime.fromJSDate(from, { zone: 'Asia/Shanghai' }).plus({ days }).toISO({ suppressMilliseconds: true }) ?? '';
