import { DateTime } from 'luxon';

const LONGEST_SECONDS = 86_400;

/** What `Retry-After` says, seconds or an HTTP date, at most a day ahead; undefined when it says nothing sensible. */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  const text = header?.trim() ?? '';
  const present = DateTime.fromJSDate(now);
  if (/^\d{1,9}$/.test(text)) return present.plus({ seconds: Math.min(Number(text), LONGEST_SECONDS) }).toJSDate();
  const named = DateTime.fromHTTP(text);
  if (!named.isValid) return undefined;
  return DateTime.max(present, DateTime.min(named, present.plus({ seconds: LONGEST_SECONDS }))).toJSDate();
}
