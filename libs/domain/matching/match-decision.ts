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

/** A case that may be the report's, or one with the report's case: a question to an operator. */
export interface LikelyCase {
  readonly caseId: CaseId;
  /** The member of the case that looks most like the report. */
  readonly nearest: ReportId;
  readonly score: number;
  readonly shares: readonly SignalShare[];
}

/** What the matcher says of one report. */
export type MatchDecision =
  | (LikelyCase & {
      readonly kind: 'attach' | 'suggest' | 'recurrence';
      readonly relation: MatchRelation;
      /** Further cases to ask about, the likeliest first. */
      readonly others: readonly LikelyCase[];
    })
  | { readonly kind: 'new' };
