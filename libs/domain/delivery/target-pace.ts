/** How fast a target is sent to when it is well. */
export interface PacePolicy {
  /** Deliveries in flight at once; each belongs to another case. */
  readonly mostInFlight: number;
  /** Deliveries begun in any one second. */
  readonly mostPerSecond: number;
}

/** How a target takes what it is sent. */
export interface Pace {
  /** Deliveries that may be in flight now, a fraction on the way to the next. */
  readonly window: number;
  /** Attempts in a row that found nobody at work, since the last that did. */
  readonly failures: number;
  /** It failed for long, and has not answered twice in a row since. */
  readonly isAiling: boolean;
  /** Answers in a row while it was ailing. */
  readonly answers: number;
  /** Deliveries that may still begin, and since when that was so. */
  readonly allowance: number;
  readonly at: Date;
}

const FAILURES_TO_AIL = 5;
const ANSWERS_TO_RECOVER = 2;

/** What may begin at one instant: a second's worth, and one message where a second is worth less. */
const burstOf = ({ mostPerSecond }: PacePolicy): number => Math.max(1, mostPerSecond);

/** A target that nothing is known against. */
export const fullPace = (policy: PacePolicy, now: Date): Pace => ({
  window: policy.mostInFlight,
  failures: 0,
  isAiling: false,
  answers: 0,
  allowance: burstOf(policy),
  at: now,
});

/**
 * A target that fails gets half as much at once, down to one; each full window that it answers lets one more through. So one
 * that was down for a day is not trampled on when it is back.
 */
export function paced(pace: Pace, isAlive: boolean, policy: PacePolicy): Pace {
  if (!isAlive) {
    const failures = pace.failures + 1;
    const isAiling = pace.isAiling || failures >= FAILURES_TO_AIL;
    return { ...pace, window: Math.max(1, pace.window / 2), failures, isAiling, answers: 0 };
  }
  const answers = pace.answers + 1;
  const window = Math.min(policy.mostInFlight, pace.window + 1 / Math.floor(pace.window));
  return { ...pace, window, failures: 0, isAiling: pace.isAiling && answers < ANSWERS_TO_RECOVER, answers };
}

/**
 * How many more deliveries may begin now beside those in flight, and the pace with that second's allowance filled up. A policy
 * that became stricter meanwhile counts at once.
 */
export function roomIn(pace: Pace, inFlight: number, now: Date, policy: PacePolicy): { pace: Pace; room: number } {
  const earned = (Math.max(0, now.getTime() - pace.at.getTime()) / 1000) * policy.mostPerSecond;
  const allowance = Math.min(burstOf(policy), pace.allowance + earned);
  const window = Math.min(Math.floor(pace.window), policy.mostInFlight);
  const room = Math.min(window - inFlight, Math.floor(allowance));
  return { pace: { ...pace, allowance, at: now }, room: Math.max(0, room) };
}

/** The pace after deliveries have begun. */
export const spent = (pace: Pace, deliveries: number): Pace => ({ ...pace, allowance: pace.allowance - deliveries });

/** Milliseconds until another delivery may begin, as far as the rate is concerned. */
export const allowedIn = (pace: Pace, policy: PacePolicy): number =>
  Math.max(0, Math.ceil((1000 * (1 - pace.allowance)) / policy.mostPerSecond));
