import type { CaseId, ReportId } from '../ids.js';

/** One signal's part in a score; the shares of a decision add up to its score. */
export interface SignalShare {
  readonly signal: string;
  readonly share: number;
  /** What was compared, for a person, in Chinese: `距离 34 米`. */
  readonly because: string;
}

/** How two reports of one matter relate. */
export type MatchRelation =
  /** 转办: the same report, carried over by another platform. */
  | 'relay'
  /** 并单: the same matter, from another citizen. */
  | 'same-matter'
  /** 再次反映: again after closing; a new case linked to the old one. */
  | 'recurrence';

/** What the matcher says of one report. `nearest` is the member of the case that looks most like it. */
export type MatchDecision =
  | {
      readonly kind: 'attach' | 'suggest' | 'recurrence';
      readonly caseId: CaseId;
      readonly nearest: ReportId;
      readonly relation: MatchRelation;
      readonly score: number;
      readonly shares: readonly SignalShare[];
    }
  | { readonly kind: 'new' };
