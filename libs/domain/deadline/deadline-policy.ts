import type { CategoryCode } from '../ids.js';
import type { Nature, Urgency } from '../report/report.js';

/** 紧急工作时, 工作时, 工作日 (8 working hours), 自然日: how time is counted. */
export type TimeUnit = 'urgent-hour' | 'working-hour' | 'working-day' | 'natural-day';

export interface TimeLimit {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** What must have happened by a due time: 受理, 派单, 签收, 首次联系, 办结. */
export const CLOCKS = ['accept', 'dispatch', 'sign', 'first-contact', 'resolve'] as const;
export type ClockKind = (typeof CLOCKS)[number];

/** One line of `deadlines.yaml`; absent fields match everything, the line with the most fields wins. */
export interface DeadlineRule {
  readonly category?: CategoryCode;
  readonly nature?: Nature;
  readonly urgency?: Urgency;
  readonly limits: Readonly<Partial<Record<ClockKind, TimeLimit>>>;
}

export interface DeadlinePolicy {
  /** Name of the profile, e.g. `beijing`. */
  readonly profile: string;
  readonly rules: readonly DeadlineRule[];
  /** Share of the time after which a clock warns, e.g. 0.8. */
  readonly warnAtShare: number;
}

/** A due time we gave ourselves, with the rule it comes from. */
export interface DuePromise {
  readonly clock: ClockKind;
  readonly startsAt: Date;
  readonly warnAt: Date;
  readonly dueAt: Date;
  /** For a person, in Chinese: `一般诉求 7 个自然日 (beijing)`. */
  readonly because: string;
}
