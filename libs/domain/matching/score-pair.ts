import { circumstanceSignals, isSorted } from './circumstance-signals.js';
import { identitySignals } from './identity-signals.js';
import type { SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Weights } from './matching-policy.js';
import { sumOf, toShare, type Finding } from './signal-share.js';
import { wordsSignals } from './words-signals.js';

/** A score and the shares that add up to it. */
export interface ExplainedScore {
  readonly score: number;
  readonly shares: readonly SignalShare[];
}

/** How surely two reports are one matter, with every signal's part. Symmetric. */
export function scorePair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): ExplainedScore {
  const findings = weighPair(a, b, policy);
  return { score: sumOf(findings), shares: findings.map(toShare) };
}

/** What signals count for this pair. */
export const weightsOf = (a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): Weights =>
  isSorted(a, b) ? policy.weights : (policy.unsorted ?? policy.weights);

/** The same without the sentences: what is done to every candidate, most of which nobody asks about. */
export function weighPair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): Finding[] {
  const weights = weightsOf(a, b, policy);
  const findings = identitySignals(a, b, weights).concat(
    wordsSignals(a, b, policy, weights),
    circumstanceSignals(a, b, policy, weights),
  );
  return findings.filter(({ points }) => points !== 0);
}
