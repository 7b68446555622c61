import { DateTime } from 'luxon';

/** A year: longer waits are somebody's mistake, and too large for a date. */
const LONGEST_SECONDS = 31_536_000;

/** The instant that a `Retry-After` header names, as seconds or as an HTTP date; `undefined` when it names none. */
export function readRetryAfter(header: string | readonly string[] | undefined, now: Date): Date | undefined {
  const value = (typeof header === 'string' ? header : header?.[0])?.trim() ?? '';
  if (/^\d+$/.test(value)) {
    const seconds = Math.min(Number(value), LONGEST_SECONDS);
    return DateTime.fromJSDate(now).plus({ seconds }).toJSDate();
  }
  const date = DateTime.fromHTTP(value, { zone: 'utc' });
  return date.isValid ? date.toJSDate() : undefined;
}
