import type { CaseId, DepartmentId, GroupingId, ReportId, SuggestionId } from '../ids.js';
import type { Actor, CaseFace } from './case.js';
import type { CaseStatus } from './case-status.js';

/** What an operator does to the grouping of reports into cases. */
export type GroupingKind = 'detach' | 'split' | 'merge' | 'accept' | 'reject' | 'undo';

/** A report that changed its case. */
export interface ReportMove {
  readonly reportId: ReportId;
  readonly from: CaseId;
  readonly to: CaseId;
}

/** A case that ended because all its reports went to another, with the department that had it. */
export interface Absorption {
  readonly caseId: CaseId;
  readonly into: CaseId;
  readonly lead?: DepartmentId;
  readonly coHandlers: readonly DepartmentId[];
}

/** Everything a grouping did, enough to take it back. */
export interface GroupingEffect {
  readonly moves: readonly ReportMove[];
  /** Cases it opened. */
  readonly opened: readonly CaseId[];
  readonly absorbed: readonly Absorption[];
  /** Cases that lost their oldest report and show another one since. */
  readonly faced: readonly { readonly caseId: CaseId; readonly before: CaseFace }[];
  /** A case that was found to repeat a closed one. */
  readonly linked?: { readonly caseId: CaseId; readonly of: CaseId; readonly before?: CaseId };
  readonly suggestion?: SuggestionId;
  /** Where the cases it touched stood before. */
  readonly stood: Readonly<Record<CaseId, CaseStatus>>;
}

/** One change of the grouping, as it is kept for ever. */
export interface Grouping {
  readonly id: GroupingId;
  readonly kind: GroupingKind;
  readonly actor: Actor;
  readonly because: string;
  readonly at: Date;
  readonly effect: GroupingEffect;
  readonly undoneBy?: GroupingId;
}
