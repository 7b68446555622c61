import type { CaseId, CaseNumber, DepartmentId, GroupingId, ReportId } from '../ids.js';
import type { SolvedOnTheSpot } from '../report/report.js';
import type { RouteRule } from '../routing/route.js';
import type { SupervisionLevel, WhistleKind } from '../deadline/stage-policy.js';
import type { RefusalCode } from './refusal-reasons.js';
import type { DispatchMode, Instant, Meeting } from './proceedings.js';

/** What can be asked of a case, with what each needs to know. */
export type CaseCommand =
  | { readonly command: 'file' }
  | { readonly command: 'refuse'; readonly code: RefusalCode; readonly reason: string }
  | { readonly command: 'hold'; readonly because: string }
  | { readonly command: 'settle-on-the-spot'; readonly solved: SolvedOnTheSpot }
  | {
      readonly command: 'dispatch';
      readonly lead: DepartmentId;
      readonly coHandlers?: readonly DepartmentId[];
      readonly rule: RouteRule;
      readonly because: string;
      /** Absent: ordinary. */
      readonly mode?: DispatchMode;
    }
  | { readonly command: 'sign'; readonly department: DepartmentId }
  | { readonly command: 'progress'; readonly department: DepartmentId; readonly note: string }
  | { readonly command: 'return'; readonly department: DepartmentId; readonly reason: string }
  | { readonly command: 'hand-in'; readonly department: DepartmentId; readonly result: string }
  | { readonly command: 'confirm-answers' }
  | { readonly command: 'revisit'; readonly reportId: ReportId; readonly solved: boolean; readonly satisfied: boolean }
  | { readonly command: 'rework'; readonly because: string }
  | { readonly command: 'close'; readonly because: string }
  | { readonly command: 'reopen'; readonly because: string }
  | { readonly command: 'withdraw'; readonly because: string }
  | {
      readonly command: 'merge';
      readonly grouping: GroupingId;
      readonly into: CaseId;
      readonly intoNumber: CaseNumber;
      readonly because: string;
      readonly departmentKnows: boolean;
    }
  | { readonly command: 'restore'; readonly grouping: GroupingId; readonly because: string }
  | { readonly command: 'submit'; readonly department: DepartmentId; readonly result: string }
  | { readonly command: 'co-sign'; readonly department: DepartmentId }
  | {
      readonly command: 'request-extension' | 'request-suspension';
      readonly department: DepartmentId;
      readonly reason: string;
      readonly until: Instant;
    }
  | { readonly command: 'grant-request' | 'refuse-request'; readonly because: string }
  | { readonly command: 'suspend'; readonly until: Instant; readonly because: string }
  | { readonly command: 'resume'; readonly because: string }
  | { readonly command: 'check'; readonly passed: boolean; readonly note: string }
  /** `because` is what the citizens read. */
  | { readonly command: 'force-close'; readonly because: string }
  /** `clock` names the clock that is late, where a clock asks for it. */
  | {
      readonly command: 'supervise';
      readonly level: SupervisionLevel;
      readonly because: string;
      readonly clock?: string;
    }
  | {
      readonly command: 'blow-whistle';
      readonly kind: WhistleKind;
      readonly street: DepartmentId;
      readonly departments: readonly DepartmentId[];
      readonly because: string;
    }
  | { readonly command: 'check-in'; readonly department: DepartmentId; readonly whistle: number }
  | {
      readonly command: 'score-whistle';
      readonly whistle: number;
      readonly called: DepartmentId;
      /** 0 to 100. */
      readonly score: number;
    }
  | {
      readonly command: 'call-meeting';
      readonly kind: Meeting['kind'];
      readonly subject: string;
      readonly at: Instant;
      readonly participants: readonly string[];
    }
  | {
      readonly command: 'decide-meeting';
      readonly meeting: number;
      readonly decision: string;
      readonly commitments: readonly PromisedCommitment[];
    }
  | {
      readonly command: 'report-commitment' | 'keep-commitment';
      readonly department: DepartmentId;
      readonly commitment: number;
      readonly note: string;
    }
  | { readonly command: 'claim'; readonly partner: string; readonly dueAt: Instant; readonly because: string }
  | { readonly command: 'release-claim'; readonly because: string }
  | { readonly command: 'plan-look-back' | 'open-look-back' }
  | { readonly command: 'look-back'; readonly passed: boolean; readonly note: string };

/** 承诺: what a department promises in a meeting, for which day. */
export interface PromisedCommitment {
  readonly department: DepartmentId;
  readonly what: string;
  readonly dueAt: Instant;
}
