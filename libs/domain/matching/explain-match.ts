import type { MatchDecision, SignalShare } from './match-decision.js';

/** The table a person reads: the strongest signal first, whether for or against. */
export function explainMatch(decision: MatchDecision): SignalShare[] {
  if (decision.kind === 'new') return [];
  return [...decision.shares].sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.signal < b.signal ? -1 : 1));
}
