/** What the hub tells a department about a case; only what the department uses. */
export interface CaseNews {
  readonly caseNumber: string;
  readonly category?: { readonly code?: string };
  readonly title?: string;
  readonly reports?: readonly { readonly platform: string; readonly externalId: string }[];
}

/** A case on a department's desk; survives JSON. */
export interface DeskCase {
  readonly department: string;
  readonly caseNumber: string;
  readonly matterId?: string;
  readonly category: string;
  readonly title: string;
  /** 1 at first, one more after each rework. */
  readonly round: number;
  readonly plan: 'handle' | 'return';
  readonly step: 'to-sign' | 'to-work' | 'done';
}

/** Department and case, as one key. */
export const deskKey = (of: { readonly department: string; readonly caseNumber: string }): string =>
  `${of.department}/${of.caseNumber}`;
