import type { BreakerState } from './circuit-breaker.js';

/** How an endpoint has answered lately. */
export interface EndpointHealth {
  /** First failure since the last success; absent while it works. */
  readonly failingSince?: Date;
  readonly failedAt?: Date;
  readonly succeededAt?: Date;
  /** As the process that spoke to it last saw it. */
  readonly breaker: BreakerState['kind'];
}

export const UNTRIED: EndpointHealth = { breaker: 'closed' };

/** Longer than the longest wait between two attempts at one message: failures further apart do not belong together. */
const LONGEST_SILENCE_MS = 36 * 3_600_000;
/** The times of an endpoint that goes on working, or failing, are written down this often and not at every attempt. */
const NOTED_EVERY_MS = 60_000;

/** Takes note of an attempt. */
export function healthAfter(
  health: EndpointHealth,
  succeeded: boolean,
  breaker: BreakerState['kind'],
  now: Date,
): EndpointHealth {
  if (succeeded) return { ...health, failingSince: undefined, failedAt: undefined, succeededAt: now, breaker };
  const isOneRun = health.failedAt !== undefined && now.getTime() - health.failedAt.getTime() <= LONGEST_SILENCE_MS;
  return { ...health, failingSince: isOneRun ? (health.failingSince ?? now) : now, failedAt: now, breaker };
}

/** Whether it has done nothing but fail for as long as `lastingMs`. */
export const failsForGood = ({ failingSince }: EndpointHealth, now: Date, lastingMs: number): boolean =>
  failingSince !== undefined && now.getTime() - failingSince.getTime() >= lastingMs;

/** Whether `after` says something new that others must know. */
export function isNews(before: EndpointHealth, after: EndpointHealth): boolean {
  return (
    before.breaker !== after.breaker ||
    before.failingSince?.getTime() !== after.failingSince?.getTime() ||
    movedOn(before.failedAt, after.failedAt) ||
    movedOn(before.succeededAt, after.succeededAt)
  );
}

const movedOn = (before: Date | undefined, after: Date | undefined): boolean =>
  after !== undefined && (before === undefined || after.getTime() - before.getTime() >= NOTED_EVERY_MS);
