import type { Case } from '../case/case.js';
import type { ChainedEvent } from '../case/event-chain.js';
import type { Delivery } from '../delivery/delivery.js';
import type { ClockName, RunningClock } from '../deadline/running-clock.js';
import type { CaseId, DepartmentId, ReportId } from '../ids.js';
import type { MatchRelation, SignalShare } from '../matching/match-decision.js';
import type { TextProfile } from '../matching/match-subject.js';
import type { SettledRecord } from '../report/records.js';
import type { Evaluation, Report } from '../report/report.js';
import type { Route } from '../routing/route.js';

/** A case as it shall stand, with the events that led there from what was stored. */
export interface ChangedCase {
  readonly value: Case;
  readonly isNew: boolean;
  readonly events: readonly ChainedEvent[];
  /** Set for new cases: how the hub routed it, and to whom at first. */
  readonly route?: Route;
  readonly routedTo?: DepartmentId;
  /** Set when the wait for the citizen's word begins. */
  readonly revisitDueAt?: Date;
}

export interface NewReport {
  readonly report: Report;
  readonly caseId: CaseId;
  readonly text: TextProfile;
  readonly keys: readonly bigint[];
  readonly relation: MatchRelation | 'opened';
  readonly nearest?: ReportId;
  readonly score?: number;
  readonly shares?: readonly SignalShare[];
}

/** A stored report that was seen again. Absent fields stay as they are. */
export interface ChangedReport {
  readonly id: ReportId;
  readonly sourceUpdatedAt: Date;
  /** The four of them change together: words are masked, and what was masked is sealed. */
  readonly title?: string;
  readonly body?: string;
  readonly sealedReporter?: Uint8Array;
  readonly identityHashes?: readonly string[];
  readonly evaluation?: Evaluation;
  readonly withdrawnAt?: Date;
}

export interface NewSuggestion {
  readonly reportId: ReportId;
  readonly caseId: CaseId;
  readonly nearest: ReportId;
  readonly score: number;
  readonly shares: readonly SignalShare[];
}

/** A clock as it runs from now on. */
export interface ChangedClock {
  readonly caseId: CaseId;
  readonly clock: RunningClock;
  /** Absent while it stands still, and when it has rung for the last time. */
  readonly nextRingAt?: Date;
}

/** A clock that is stopped: what it waited for has happened, or is not wanted any more. */
export interface MetClock {
  readonly caseId: CaseId;
  readonly clock: ClockName;
}

/** All rows one transaction writes, together or not at all. */
export interface CaseChangeSet {
  readonly at: Date;
  readonly cases: readonly ChangedCase[];
  readonly reports: readonly NewReport[];
  readonly changedReports: readonly ChangedReport[];
  readonly suggestions: readonly NewSuggestion[];
  readonly clocks: readonly ChangedClock[];
  readonly metClocks: readonly MetClock[];
  readonly deliveries: readonly Delivery[];
  /** Reports whose owed answers fall away. */
  readonly silenced: readonly ReportId[];
  readonly settled: readonly SettledRecord[];
}
