import type { DepartmentId } from '../ids.js';
import type { WhistleKind } from '../deadline/stage-policy.js';

/** An instant as ISO 8601 in UTC: a proceeding is kept as JSON and read back as it was. */
export type Instant = string;

/** 派单方式: by the duty list, 直派 (straight to the department), 双派 (street and department at once), 兜底 (may not be returned). */
export const DISPATCH_MODES = ['ordinary', 'direct', 'dual', 'backstop'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

/** 延期申请, 挂账申请: what a department asks for and an operator decides on. */
export interface DepartmentRequest {
  readonly kind: 'extension' | 'suspension';
  readonly department: DepartmentId;
  readonly reason: string;
  readonly until: Instant;
}

/** 挂账: nothing can be done before `until`, and the department's clocks stand still. */
export interface Suspension {
  readonly since: Instant;
  readonly until: Instant;
  readonly because: string;
}

/** 吹哨报到: a street calls departments to the spot. */
export interface Whistle {
  /** 1 for the first of a case. */
  readonly id: number;
  readonly kind: WhistleKind;
  readonly street: DepartmentId;
  readonly because: string;
  readonly calls: readonly WhistleCall[];
}

export interface WhistleCall {
  readonly department: DepartmentId;
  readonly checkedInAt?: Instant;
  /** 0 to 100, given by the street that called. */
  readonly score?: number;
}

/** 居民议事 (with residents) or 会商 (among departments). */
export const MEETING_KINDS = ['residents', 'departments'] as const;

export interface Meeting {
  readonly id: number;
  readonly kind: (typeof MEETING_KINDS)[number];
  readonly subject: string;
  readonly at: Instant;
  readonly participants: readonly string[];
  readonly decision?: string;
}

/** 承诺事项: what a department promised for a day, usually in a meeting. */
export interface Commitment {
  readonly id: number;
  readonly meeting?: number;
  readonly department: DepartmentId;
  readonly what: string;
  readonly dueAt: Instant;
  readonly keptAt?: Instant;
}

/** 认领: a red partner does the work; the department stays answerable. */
export interface Claim {
  readonly partner: string;
  readonly dueAt: Instant;
}

/** 回头看: the case is looked at again after it was closed; `seen` of its `looks` are done. */
export interface LookBack {
  readonly looks: number;
  readonly seen: number;
  readonly isDue: boolean;
}

/** What goes on around a case beside its status. */
export interface Proceedings {
  readonly mode?: DispatchMode;
  readonly request?: DepartmentRequest;
  readonly suspension?: Suspension;
  readonly whistles: readonly Whistle[];
  readonly meetings: readonly Meeting[];
  readonly commitments: readonly Commitment[];
  readonly claim?: Claim;
  readonly lookBack?: LookBack;
  /** Citizens that were not served, over all rounds. */
  readonly unsatisfied: number;
}

/** Of a case that nothing has happened around. */
export const NO_PROCEEDINGS: Proceedings = { whistles: [], meetings: [], commitments: [], unsatisfied: 0 };
