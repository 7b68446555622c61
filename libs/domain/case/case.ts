import type { CaseId, CaseNumber, CategoryCode, DepartmentId, GroupingId, ReportId } from '../ids.js';
import type { MatchRelation, SignalShare } from '../matching/match-decision.js';
import type { Nature, Place, Urgency } from '../report/report.js';
import type { Route } from '../routing/route.js';
import type { CaseStatus } from './case-status.js';
import type { CaseProceedingData } from './case-proceeding-data.js';
import type { RefusalCode } from './refusal-reasons.js';
import type { DispatchMode, Proceedings } from './proceedings.js';
import type { SupervisionLevel } from '../deadline/stage-policy.js';

/** What a department handed in (办结), in the words the citizen reads. */
export interface CaseAnswer {
  readonly text: string;
  readonly department: DepartmentId;
  readonly at: Date;
}

/** One matter and its handling: the fold of its events. Each of its reports is owed an answer of its own. */
export interface Case {
  readonly id: CaseId;
  readonly number: CaseNumber;
  /** Number of events so far; a command names the version it has seen. */
  readonly version: number;
  readonly status: CaseStatus;
  readonly openedAt: Date;
  readonly title: string;
  readonly category: CategoryCode;
  readonly nature: Nature;
  readonly urgency: Urgency;
  readonly place: Place;
  readonly lead?: DepartmentId;
  readonly coHandlers: readonly DepartmentId[];
  /** Departments that returned the case (退单), in order. */
  readonly returnedBy: readonly DepartmentId[];
  /** Rounds of handling: 1, and one more for each rework (重办). */
  readonly round: number;
  readonly answer?: CaseAnswer;
  readonly answeredAt?: Date;
  readonly closedAt?: Date;
  /** A closed case this one repeats (再次反映). */
  readonly recurrenceOf?: CaseId;
  /** The case its reports went to (并案). */
  readonly mergedInto?: CaseId;
  /** How high it has climbed since it was opened; it never climbs down. */
  readonly supervision?: SupervisionLevel;
  readonly proceedings: Proceedings;
}

/** What a case shows of itself; taken from its oldest report. */
export type CaseFace = Pick<Case, 'title' | 'category' | 'nature' | 'urgency' | 'place'>;

/** Who did it: `hub`, `operator:<name>`, `department:<id>` or `platform:<id>`. */
export type Actor = `hub` | `operator:${string}` | `department:${string}` | `platform:${string}`;

/** What each kind of event says. Names are past tense and never reused. */
export interface CaseEventData extends CaseProceedingData {
  'case.opened': {
    readonly number: CaseNumber;
    readonly reportId: ReportId;
    readonly title: string;
    readonly category: CategoryCode;
    readonly nature: Nature;
    readonly urgency: Urgency;
    readonly place: Place;
    readonly recurrenceOf?: CaseId;
  };
  'case.filed': Record<string, never>;
  'case.refused': { readonly code: RefusalCode; readonly reason: string };
  'case.held': { readonly because: string };
  /** 即办; `solvedAt` is an ISO instant, at or before the event. */
  'case.settled_on_the_spot': { readonly how: string; readonly solvedAt: string; readonly by?: string };
  'case.dispatched': {
    readonly lead: DepartmentId;
    readonly coHandlers: readonly DepartmentId[];
    readonly because: string;
    readonly rule: Extract<Route, { kind: 'routed' }>['rule'];
    readonly mode?: DispatchMode;
  };
  'case.signed': { readonly department: DepartmentId };
  'case.progressed': { readonly department: DepartmentId; readonly note: string };
  'case.returned': { readonly department: DepartmentId; readonly reason: string };
  'case.handled': { readonly department: DepartmentId; readonly result: string };
  'case.answered': Record<string, never>;
  'case.revisited': { readonly reportId: ReportId; readonly solved: boolean; readonly satisfied: boolean };
  'case.reworked': { readonly because: string };
  'case.closed': { readonly because: string };
  'case.reopened': { readonly because: string };
  'case.withdrawn': { readonly because: string };
  'report.attached': {
    readonly reportId: ReportId;
    readonly relation: MatchRelation;
    readonly score: number;
    readonly shares: readonly SignalShare[];
  };
  'report.updated': { readonly reportId: ReportId };
  'report.withdrawn': { readonly reportId: ReportId };
  /** An operator put reports of another case here. */
  'reports.joined': Regrouped & { readonly from: CaseId; readonly fromNumber: CaseNumber };
  /** An operator put reports of this case elsewhere. */
  'reports.left': Regrouped & { readonly to: CaseId; readonly toNumber: CaseNumber };
  /** `departmentKnows`: messages about the case have left, so its department must be told. */
  'case.merged': {
    readonly grouping: GroupingId;
    readonly into: CaseId;
    readonly intoNumber: CaseNumber;
    readonly because: string;
    readonly departmentKnows: boolean;
  };
  'case.restored': { readonly grouping: GroupingId; readonly because: string };
  /** `of` is absent where the link was taken back. */
  'case.recurrence_linked': {
    readonly grouping: GroupingId;
    readonly of?: CaseId;
    readonly ofNumber?: CaseNumber;
    readonly because: string;
  };
}

interface Regrouped {
  readonly grouping: GroupingId;
  readonly reportIds: readonly ReportId[];
  readonly because: string;
  /** How the case shows itself from now on, where that changes. */
  readonly face?: CaseFace;
}

export type CaseEventType = keyof CaseEventData;

/** One line of a case's history. */
export type CaseEvent = {
  readonly [T in CaseEventType]: { readonly type: T; readonly at: Date; readonly actor: Actor; readonly data: CaseEventData[T] };
}[CaseEventType];
