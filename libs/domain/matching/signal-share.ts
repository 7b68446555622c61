import type { SignalShare } from './match-decision.js';
import type { Signal, Weights } from './matching-policy.js';

/** A signal as it is weighed: the sentence is made only for what somebody will read. */
export interface Finding {
  readonly signal: Signal;
  readonly points: number;
  readonly because: () => string;
}

/** A finding of so many parts of its signal's weight, to a thousandth, so that stored shares add up to the stored score. */
export function finding(weights: Weights, signal: Signal, parts: number, because: () => string): Finding {
  return { signal, points: thousandth((weights[signal] ?? 0) * parts), because };
}

/** Rounds to a thousandth, without a negative zero. */
export const thousandth = (points: number): number => Math.round(points * 1000) / 1000 + 0;

/** The finding as it is stored and shown. */
export const toShare = ({ signal, points, because }: Finding): SignalShare => ({ signal, share: points, because: because() });

/** The sum of findings, to the thousandth in which they are kept. */
export function sumOf(findings: readonly Finding[]): number {
  let sum = 0;
  for (const { points } of findings) sum += points;
  return thousandth(sum);
}
