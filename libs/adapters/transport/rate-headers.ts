import { DateTime } from 'luxon';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What a platform says of its own limit: so many requests are left, and in so many seconds it counts anew. */
export interface RateWindow {
  readonly left: number;
  readonly endsInSeconds: number;
}

const LONGEST_SECONDS = 86_400;
/** A larger number is no span but a moment: seconds since 1970. */
const LEAST_EPOCH_SECONDS = 1_000_000_000;
const LEAST_EPOCH_MILLIS = 1_000_000_000_000;

/** The limit that an answer tells of, in any of the spellings of the field; undefined when it tells of none. */
export function rateWindow(headers: Headers, now: Date): RateWindow | undefined {
  const line = textOf(headers, 'ratelimit') ?? '';
  const left = numberIn(line, /(?:^|[;,\s])(?:r|remaining)=(\d+)/) ?? named(headers, 'remaining');
  const reset = numberIn(line, /(?:^|[;,\s])(?:t|reset)=(\d+)/) ?? named(headers, 'reset');
  if (left === undefined || reset === undefined) return undefined;
  return { left, endsInSeconds: Math.min(Math.max(0, secondsUntil(reset, now)), LONGEST_SECONDS) };
}

function secondsUntil(reset: number, now: Date): number {
  if (reset < LEAST_EPOCH_SECONDS) return reset;
  const at = reset < LEAST_EPOCH_MILLIS ? DateTime.fromSeconds(reset) : DateTime.fromMillis(reset);
  return at.diff(DateTime.fromJSDate(now)).as('seconds');
}

const textOf = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

function named(headers: Headers, what: 'remaining' | 'reset'): number | undefined {
  const value = ['ratelimit', 'x-ratelimit', 'x-rate-limit'].map((prefix) => textOf(headers, `${prefix}-${what}`)).find(Boolean);
  return value === undefined ? undefined : numberIn(value, /^\s*(\d{1,15})\s*(?:$|[;,.])/);
}
