import type { SignalShare } from './match-decision.js';
import type { Signal } from './matching-policy.js';

/** One signal's points, to a thousandth, so that stored shares add up to the stored score. */
export function share(signal: Signal, points: number, because: string): SignalShare {
  return { signal, share: Math.round(points * 1000) / 1000 + 0, because };
}
