import type { CaseId } from '#domain/ids.js';
import type { DuePromise } from '#domain/deadline/deadline-policy.js';
import type { MatchDecision } from '#domain/matching/match-decision.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { StagedRecord } from '#domain/report/records.js';
import type { Report } from '#domain/report/report.js';
import type { Route } from '#domain/routing/route.js';

/** A record that could be read, with what the matcher needs of it. */
export interface Arrival {
  readonly record: StagedRecord;
  readonly report: Report;
  readonly subject: MatchSubject;
  readonly blockKeys: readonly bigint[];
  readonly searchKeys: readonly bigint[];
  readonly lockSlots: readonly number[];
  /** Its newest change is our own answer coming back. */
  readonly isEcho: boolean;
}

/** A record that takes an earlier one back. */
export interface Withdrawal {
  readonly record: StagedRecord;
  readonly at: Date;
}

export interface Batch {
  readonly arrivals: readonly Arrival[];
  readonly withdrawals: readonly Withdrawal[];
}

/** A report nobody has seen before, with its place among the cases. `caseId` is the case it joins or opens. */
export interface MatchedReport extends Arrival {
  readonly decision: MatchDecision;
  readonly caseId: CaseId;
}

/** `route` is there for a report that opens a case. */
export interface RoutedReport extends MatchedReport {
  readonly route?: Route;
}

export interface PromisedReport extends RoutedReport {
  readonly promises: readonly DuePromise[];
}
