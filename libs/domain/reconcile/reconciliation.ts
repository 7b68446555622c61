import type { LocalDay } from '../deadline/city-days.js';
import type { ErrorCode } from '../error-codes.js';
import type { ExternalId, PlatformId } from '../ids.js';
import { spanOfDay } from '../deadline/city-days.js';
import type { CountedSpan } from '../ports/platform-adapter.js';

/** One day of one platform, compared with what the hub has. Runs over several days share `at`. */
interface Comparison {
  readonly platform: PlatformId;
  readonly day: LocalDay;
  readonly at: Date;
}

/** A day that the platform listed again. */
export interface CountedDay extends Comparison {
  readonly kind: 'counted';
  /** Changes at the source from here on were left out: the last good pull may have come before them. */
  readonly before: Date;
  /** Records the platform lists. */
  readonly atSource: number;
  /** How many of them the hub had. */
  readonly ours: number;
  readonly missing: readonly ExternalId[];
  /** Those of the missing that the hub has now. */
  readonly healed: readonly ExternalId[];
}

/** A day that could not be counted. */
export interface FailedDay extends Comparison {
  readonly kind: 'failed';
  readonly code: ErrorCode;
  readonly message: string;
}

export type Reconciliation = CountedDay | FailedDay;

/** Whether everything the platform has of the day is in the hub now. */
export const isWhole = (result: Reconciliation): boolean =>
  result.kind === 'counted' && result.missing.length === result.healed.length;

/** The platform's clock may be this far from ours, and a change takes a moment to appear in its list. */
const SETTLING_MS = 5 * 60_000;

/** What of a day the hub must have after a good pull; undefined while that is nothing. */
export function spanToCount(day: LocalDay, lastGoodPull: Date): CountedSpan | undefined {
  const { from, before: end } = spanOfDay(day);
  const settled = new Date(lastGoodPull.getTime() - SETTLING_MS);
  const before = settled < end ? settled : end;
  return before > from ? { day, from, before } : undefined;
}
