import type { Actor } from '../case/case.js';
import type { CaseNumber, DepartmentId, PartnerId, UndertakingId } from '../ids.js';
import type { ListKind, UndertakingState } from './undertaking-state.js';

/** When something is due, and when its clock begins to warn. */
export interface Due {
  readonly dueAt: Date;
  readonly warnAt: Date;
}

/** Who answers for an undertaking, and until when: one never goes without the other. */
export interface Pledge extends Due {
  readonly owner: DepartmentId;
}

/** What an undertaking is about; never changes. */
export interface UndertakingSubject {
  readonly list: ListKind;
  readonly title: string;
  readonly what: string;
  readonly street: string;
  /** The case it comes from. */
  readonly caseNumber?: CaseNumber;
  /** The project an item belongs to. */
  readonly project?: UndertakingId;
  /** The partner that offers a resource. */
  readonly offeredBy?: PartnerId;
}

/** 清单事项: an entry of one of a street's lists, the fold of its events. */
export interface Undertaking extends UndertakingSubject {
  readonly id: UndertakingId;
  /** Number of events so far, rung clocks among them; a command names the version it has seen. */
  readonly version: number;
  readonly state: UndertakingState;
  readonly openedAt: Date;
  /** 认领: the partner that does it. */
  readonly partner?: PartnerId;
  /** What holds now. */
  readonly pledge?: Pledge;
  /** What holds without a claim, and again when the claim is given back. */
  readonly assigned?: Pledge;
  /** When the clock of the present due time warned, and when it rang. */
  readonly warnedAt?: Date;
  readonly overdueAt?: Date;
  readonly endedAt?: Date;
}

/** A pledge as events keep it; instants in ISO 8601, so that it is read back as it was written. */
export interface PledgeData {
  readonly owner: DepartmentId;
  readonly dueAt: string;
  readonly warnAt: string;
}

/** What each kind of event says. Names are past tense and never reused. */
export interface UndertakingEventData {
  'undertaking.opened': UndertakingSubject & { readonly pledge?: PledgeData };
  'undertaking.assigned': PledgeData;
  'undertaking.claimed': PledgeData & { readonly partner: PartnerId };
  'undertaking.started': Record<string, never>;
  /** 阶段反馈. */
  'undertaking.noted': { readonly note: string };
  'undertaking.finished': { readonly result: string };
  'undertaking.dropped': { readonly because: string };
  'undertaking.released': { readonly because: string };
  'undertaking.due_soon': { readonly dueAt: string };
  'undertaking.overdue': { readonly dueAt: string };
}

export type UndertakingEventType = keyof UndertakingEventData;

/** One line of an undertaking's history. */
export type UndertakingEvent = {
  readonly [T in UndertakingEventType]: {
    readonly type: T;
    readonly at: Date;
    readonly actor: Actor;
    readonly data: UndertakingEventData[T];
  };
}[UndertakingEventType];
