import { circumstanceSignals } from './circumstance-signals.js';
import { identitySignals } from './identity-signals.js';
import type { SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Signal } from './matching-policy.js';
import { sumOf, thousandth, toShare, type Finding } from './signal-share.js';
import { wordsSignals } from './words-signals.js';

/** A score and the shares that add up to it. */
export interface ExplainedScore {
  readonly score: number;
  readonly shares: readonly SignalShare[];
}

const WHERE: ReadonlySet<Signal> = new Set(['component', 'place-number', 'place-name', 'distance', 'grid', 'area']);
/** What a further sign of the same spot adds. */
const FURTHER = 0.3;

/** How surely two reports are one matter, with every signal's part. Symmetric. */
export function scorePair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): ExplainedScore {
  const findings = weighPair(a, b, policy);
  return { score: sumOf(findings), shares: findings.map(toShare) };
}

/** The same without the sentences: what is done to every candidate, most of which nobody asks about. */
export function weighPair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): Finding[] {
  const findings = identitySignals(a, b, policy).concat(wordsSignals(a, b, policy), circumstanceSignals(a, b, policy));
  return onePlaceOnce(findings.filter(({ points }) => points !== 0));
}

/** Door number, coordinates and grid say one thing, "the same spot": the strongest counts in full, the others in part. */
function onePlaceOnce(findings: readonly Finding[]): Finding[] {
  let strongest: Finding | undefined;
  for (const found of findings) if (WHERE.has(found.signal) && found.points > (strongest?.points ?? 0)) strongest = found;
  return findings.map((found) => {
    if (found === strongest || found.points <= 0 || !WHERE.has(found.signal)) return found;
    return { ...found, points: thousandth(found.points * FURTHER), because: () => `${found.because()},位置已有更强依据,计三成` };
  });
}
