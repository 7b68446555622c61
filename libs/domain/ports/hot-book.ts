import type { Growth } from '../hot/hot-issue.js';
import type { CaseId } from '../ids.js';

/** An open case with the instants at which its standing reports were made. */
export interface WatchedCase {
  readonly caseId: CaseId;
  readonly reportedAt: readonly Date[];
}

/** A case that has become hot. */
export interface RaisedIssue {
  readonly caseId: CaseId;
  readonly growth: Growth;
}

/** Which cases grow, and which of them were raised as hot issues (热点). */
export abstract class HotBook {
  /** Open cases that at least so many reports have joined since. */
  abstract joinedSince(since: Date, fewest: number): Promise<WatchedCase[]>;

  /** Cases that are raised and have not cooled; one that is closed has no reports any more. */
  abstract raised(): Promise<WatchedCase[]>;

  /** Raises issues, each once however many ask; returns how many were new. */
  abstract raise(issues: readonly RaisedIssue[], at: Date): Promise<number>;

  abstract cool(cases: readonly CaseId[], at: Date): Promise<void>;
}
