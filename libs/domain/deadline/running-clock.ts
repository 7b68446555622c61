import { addLimit } from './add-limit.js';
import type { ClockKind, TimeUnit } from './deadline-policy.js';
import type { Rung } from './stage-policy.js';
import type { WorkCalendar } from './work-calendar.js';

/** Clocks that start on the way, beside those a case is given when it opens. */
export type StageClock = 'check' | 'decide' | 'answer' | 'suspension' | 'claim' | 'look-back' | 'look-back-visit';

/** `resolve`, `check`, or one of several of its sort: `whistle/1/water-affairs`, `meeting/1`, `commitment/2`. */
export type ClockName = ClockKind | StageClock | `whistle/${number}/${string}` | `meeting/${number}` | `commitment/${number}`;

/** A clock of a case that was started and not stopped. */
export interface RunningClock {
  readonly name: ClockName;
  readonly startsAt: Date;
  readonly warnAt: Date;
  readonly dueAt: Date;
  readonly unit: TimeUnit;
  /** For a person, in Chinese. */
  readonly because: string;
  /** How often it has rung: 0 until it warns, then one more for each rung of the ladder. */
  readonly rung: number;
  /** 挂账: since when it stands still. */
  readonly pausedAt?: Date;
}

export type ClockFace = Pick<RunningClock, 'warnAt' | 'dueAt' | 'rung'>;

/** When a clock rings next; undefined when the ladder has no rung left. */
export function nextRing({ warnAt, dueAt, rung }: ClockFace, ladder: readonly Rung[], calendar: WorkCalendar): Date | undefined {
  if (rung === 0) return warnAt;
  const step = ladder.at(rung - 1);
  return step && addLimit(dueAt, step.after, calendar);
}
