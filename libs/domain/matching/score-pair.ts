import { circumstanceSignals, isSorted } from './circumstance-signals.js';
import { identitySignals } from './identity-signals.js';
import type { SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import { SIGNALS, type MatchingPolicy, type Weights } from './matching-policy.js';
import { ReportInHand } from './report-in-hand.js';
import { scaleOf } from './scale.js';
import { Tally } from './tally.js';
import { mostOverlap, sharedGrams } from './text-overlap.js';
import { mostOfPlaces, mostOfTexts, placeSignals, textSignals } from './words-signals.js';

/** A score and the shares that add up to it. */
export interface ExplainedScore {
  readonly score: number;
  readonly shares: readonly SignalShare[];
}

/** How surely two reports are one matter, with every signal's part. Symmetric. */
export function scorePair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): ExplainedScore {
  const shares: SignalShare[] = [];
  const score = weigh(new ReportInHand(a, policy), b, -Infinity, shares);
  return { score, shares: inOrder(shares) };
}

/**
 * The score alone: what is asked of every candidate, most of which nobody asks about again. A pair that cannot come up to
 * `mattersFrom` is not weighed to the end: what it could come to at most stands for its score, and is below as well.
 */
export const scoreOf = (report: ReportInHand, b: MatchSubject, mattersFrom = -Infinity): number => weigh(report, b, mattersFrom);

/** What signals count for this pair. */
export const weightsOf = (a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): Weights =>
  isSorted(a, b) ? policy.weights : (policy.unsorted ?? policy.weights);

/** The one order of weighing, with and without sentences: the cheapest first, and on only while the rest could still matter. */
function weigh(report: ReportInHand, b: MatchSubject, mattersFrom: number, shares?: SignalShare[]): number {
  const scale = scaleOf(weightsOf(report.subject, b, report.policy));
  const tally = new Tally(scale.weights, shares);
  identitySignals(report.subject, b, tally);
  circumstanceSignals(report, b, tally);
  const mostOfWords = mostOfTexts(report.mostShared(b.text.grams.length), 1, scale);
  let most = tally.score + mostOfPlaces(report, scale) + mostOfWords;
  if (most < mattersFrom) return most;
  const areOtherPlaces = placeSignals(report, b.text, tally);
  most = tally.score + mostOfWords;
  if (most < mattersFrom) return most;
  const shared = sharedGrams(report, b.text);
  most = tally.score + mostOfTexts(shared.weight, mostOverlap(report, shared), scale);
  if (most < mattersFrom) return most;
  textSignals(report, b.text, shared, areOtherPlaces, tally);
  return tally.score;
}

/** As the signals are listed, whichever was weighed first. */
const inOrder = (shares: readonly SignalShare[]): SignalShare[] =>
  SIGNALS.flatMap((signal) => shares.filter((share) => share.signal === signal));
