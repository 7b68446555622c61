import type { CaseId, CaseNumber, DepartmentId, GroupingId, ReportId } from '../ids.js';
import type { SolvedOnTheSpot } from '../report/report.js';
import type { RouteRule } from '../routing/route.js';

/** What can be asked of a case, with what each needs to know. */
export type CaseCommand =
  | { readonly command: 'file' }
  | { readonly command: 'refuse'; readonly reason: string }
  | { readonly command: 'hold'; readonly because: string }
  | { readonly command: 'settle-on-the-spot'; readonly solved: SolvedOnTheSpot }
  | {
      readonly command: 'dispatch';
      readonly lead: DepartmentId;
      readonly coHandlers?: readonly DepartmentId[];
      readonly rule: RouteRule;
      readonly because: string;
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
  | { readonly command: 'restore'; readonly grouping: GroupingId; readonly because: string };
