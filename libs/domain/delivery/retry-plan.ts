import { DateTime, Duration } from 'luxon';

/** When a message that did not arrive is tried again. A value, so that the demo can use a fast one. */
export interface RetryPlan {
  /** Wait before each attempt, the first one included; as many attempts as entries. */
  readonly delaysMs: readonly number[];
  /** Largest share of a wait that chance adds to it, so that a thousand messages do not come back in one second. */
  readonly jitter: number;
  /** Longest wait that the other side may ask of us. */
  readonly longestRetryAfterMs: number;
}

const ms = (duration: { seconds?: number; minutes?: number; hours?: number }): number => Duration.fromObject(duration).toMillis();

/** The example schedule of Standard Webhooks: ten attempts over 75.6 hours. */
export const STANDARD_RETRY_PLAN: RetryPlan = {
  delaysMs: [
    0,
    ms({ seconds: 5 }),
    ms({ minutes: 5 }),
    ms({ minutes: 30 }),
    ms({ hours: 2 }),
    ms({ hours: 5 }),
    ms({ hours: 10 }),
    ms({ hours: 14 }),
    ms({ hours: 20 }),
    ms({ hours: 24 }),
  ],
  jitter: 0.1,
  longestRetryAfterMs: ms({ hours: 24 }),
};

/**
 * When to make the attempt after `attemptsMade`, or `park` when the plan is used up. Never earlier than `notBefore`
 * (`Retry-After`), unless that asks for more than the plan's longest wait. `random` answers a number in [0, 1).
 */
export function nextAttemptAt(
  attemptsMade: number,
  now: Date,
  plan: RetryPlan,
  random: () => number,
  notBefore?: Date,
): Date | 'park' {
  const delay = plan.delaysMs[attemptsMade];
  if (delay === undefined) return 'park';
  const asked = notBefore === undefined ? 0 : Math.min(notBefore.getTime() - now.getTime(), plan.longestRetryAfterMs);
  // Chance is added to what was asked as well: everybody a server sent away would otherwise return at the same instant.
  const wait = Math.max(delay, asked) * (1 + plan.jitter * random());
  return DateTime.fromJSDate(now)
    .plus({ milliseconds: Math.ceil(wait) })
    .toJSDate();
}
