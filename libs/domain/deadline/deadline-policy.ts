import type { CategoryCode } from '../ids.js';
import type { Nature, Urgency } from '../report/report.js';
import type { StagePolicy } from './stage-policy.js';
import type { TimeLimit, TimeUnit } from './time-limit.js';

export type { TimeLimit, TimeUnit } from './time-limit.js';

/** What must have happened by a due time: 受理, 派单, 签收, 首次联系, 办结. */
export const CLOCKS = ['accept', 'dispatch', 'sign', 'first-contact', 'resolve'] as const;
export type ClockKind = (typeof CLOCKS)[number];

/** One line of `deadlines.yaml` or of its profile; absent fields match everything. Which one wins: `chooseLimits`. */
export interface DeadlineRule {
  readonly category?: CategoryCode;
  readonly nature?: Nature;
  readonly urgency?: Urgency;
  readonly limits: Readonly<Partial<Record<ClockKind, TimeLimit>>>;
  /** Who says so, for a person: `本市`; absent: the profile. */
  readonly origin?: string;
}

/** What the duty list says of a category's handling time; its items may have several limits, this is the most common one. */
export interface ItemLimit {
  /** Chinese name of the category. */
  readonly name: string;
  readonly limit: TimeLimit;
}

export interface DeadlinePolicy {
  /** Name of the profile, e.g. `beijing`. */
  readonly profile: string;
  /** Of rules that say equally much the first wins. */
  readonly rules: readonly DeadlineRule[];
  /** Resolve limits of the duty list; absent where the city does not count by them. */
  readonly itemLimits?: ReadonlyMap<CategoryCode, ItemLimit>;
  /** Share of the time after which a clock warns, e.g. 0.8. */
  readonly warnAtShare: number;
  readonly stages: StagePolicy;
}

/** A due time we gave ourselves, with the rule it comes from. */
export interface DuePromise {
  readonly clock: ClockKind;
  readonly startsAt: Date;
  readonly warnAt: Date;
  readonly dueAt: Date;
  /** How its time is counted, so that a pause can be given back. */
  readonly unit: TimeUnit;
  /** For a person, in Chinese: `一般诉求 7 个自然日 (beijing)`. */
  readonly because: string;
}
