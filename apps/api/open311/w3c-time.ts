import { DateTime } from 'luxon';

/** A point of time as W3C writes it, with the zone's offset, to the second. */
export const w3cTime = (at: Date, zone: string): string => DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

const DATE_FIRST = /^\d{4}-\d\d-\d\d(T|$)/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** A W3C date or time; `zone` is meant by one that names none. Undefined for anything else. */
export function readW3cTime(text: string, zone: string): Date | undefined {
  // a plus sign that nobody escaped reaches us as a blank
  const escaped = text.replace(/ (\d\d:?\d\d)$/, '+$1');
  const read = DATE_FIRST.test(escaped) ? DateTime.fromISO(escaped, { zone }) : undefined;
  const millis = read?.isValid ? read.toMillis() : Number.NaN;
  return millis >= EARLIEST && millis < LATEST ? new Date(millis) : undefined;
}
