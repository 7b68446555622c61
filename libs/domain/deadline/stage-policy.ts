import type { TimeLimit } from './time-limit.js';

/** 日常哨, 攻坚哨, 应急哨: how urgently a street calls departments (吹哨报到). */
export const WHISTLE_KINDS = ['daily', 'tough', 'emergency'] as const;
export type WhistleKind = (typeof WHISTLE_KINDS)[number];

/** How high a late matter has climbed: 催办, 督办, 领导督办. */
export const SUPERVISION_LEVELS = ['urged', 'supervised', 'led'] as const;
export type SupervisionLevel = (typeof SUPERVISION_LEVELS)[number];

/** One rung of the supervision ladder: what happens so long after a clock was due. */
export interface Rung {
  readonly level: SupervisionLevel;
  readonly after: TimeLimit;
}

/** 回头看: which closed cases are looked at again, and when. */
export interface LookBackPolicy {
  /** From the closing on, in rising order. A case that was reported again at the same place is always looked at. */
  readonly after: readonly TimeLimit[];
  /** Share of all other closed cases, 0 to 1. */
  readonly share: number;
}

/** The limits of what happens on the way, beside the due times a case is given when it opens. */
export interface StagePolicy {
  /** 核查: somebody looks whether it is done before the citizens are told. */
  readonly check: TimeLimit;
  /** Share of handed-in cases that are checked, 0 to 1; one that was reworked or is supervised is always checked. */
  readonly checkShare: number;
  /** Until an operator decides on an extension (延期) or a suspension (挂账). */
  readonly decide: TimeLimit;
  /** Until every citizen has the answer on the platform where they asked. */
  readonly answer: TimeLimit;
  /** Until a returned or reopened case has a department again. */
  readonly dispatch: TimeLimit;
  /** 签收, counted from each dispatch. */
  readonly sign: TimeLimit;
  /** 返工: for another round of handling. */
  readonly rework: TimeLimit;
  /** 认领: what a partner has for a case it claimed without naming a day. */
  readonly claim: TimeLimit;
  readonly whistle: Readonly<Record<WhistleKind, TimeLimit>>;
  readonly lookBack: LookBackPolicy;
  readonly ladder: readonly Rung[];
}

/** What holds where `deadlines.yaml` does not say otherwise. Whistle limits but the 30 minutes, rungs and intervals are our proposals. */
export const USUAL_STAGES: StagePolicy = {
  check: { amount: 2, unit: 'working-hour' },
  checkShare: 0,
  decide: { amount: 1, unit: 'working-day' },
  answer: { amount: 24, unit: 'urgent-hour' },
  dispatch: { amount: 24, unit: 'urgent-hour' },
  sign: { amount: 1, unit: 'working-day' },
  rework: { amount: 3, unit: 'working-day' },
  claim: { amount: 7, unit: 'natural-day' },
  whistle: {
    daily: { amount: 24, unit: 'urgent-hour' },
    tough: { amount: 3, unit: 'natural-day' },
    emergency: { amount: 0.5, unit: 'urgent-hour' },
  },
  lookBack: {
    after: [
      { amount: 7, unit: 'natural-day' },
      { amount: 30, unit: 'natural-day' },
    ],
    share: 0.1,
  },
  ladder: [
    { level: 'urged', after: { amount: 0, unit: 'urgent-hour' } },
    { level: 'supervised', after: { amount: 1, unit: 'working-day' } },
    { level: 'led', after: { amount: 3, unit: 'working-day' } },
  ],
};
