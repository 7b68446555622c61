/** What the hub tells a department about a case; only what the department uses. */
export interface CaseNews {
  readonly caseNumber: string;
  readonly category?: { readonly code?: string };
  readonly title?: string;
  readonly reports?: readonly { readonly platform: string; readonly externalId: string }[];
  /** Whether the case is the department's own, or another's that it helps with. */
  readonly role?: 'lead' | 'co-handler';
  /** Number of a whistle. */
  readonly whistle?: number;
  /** Number of a commitment. */
  readonly id?: number;
}

/** What a department asks the operator for on the way. */
export type Wish = 'extension' | 'suspension';

/** A case on a department's desk; survives JSON. */
export interface DeskCase {
  readonly department: string;
  readonly caseNumber: string;
  readonly matterId?: string;
  readonly category: string;
  readonly title: string;
  /** Absent: lead. */
  readonly role?: 'lead' | 'co-handler';
  /** 1 at first, one more after each rework. */
  readonly round: number;
  readonly plan: 'handle' | 'return';
  readonly wish?: Wish;
  /** What must happen before the department can go on: a kind of message. Its patience is not endless. */
  readonly awaits?: string;
  /** `asked`: it lies there until the operator has decided, and while it is suspended. */
  readonly step: 'to-sign' | 'to-ask' | 'asked' | 'to-wait' | 'to-work' | 'done';
}

/** Department and case, as one key. */
export const deskKey = (of: { readonly department: string; readonly caseNumber: string }): string =>
  `${of.department}/${of.caseNumber}`;
