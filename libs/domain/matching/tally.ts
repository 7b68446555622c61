import type { SignalShare } from './match-decision.js';
import { SIGNALS } from './matching-policy.js';

/**
 * What the signals of one pair come to, counted in whole thousandths, so that stored shares add up to the stored score. With a
 * list for them, each share that counts is written there with its sentence; without one nobody will read it, and none is made.
 */
export class Tally {
  private thousandths = 0;

  /** Weights in the order of the signals. */
  constructor(
    private readonly weights: Float64Array,
    private readonly shares?: SignalShare[],
  ) {}

  get score(): number {
    return this.thousandths / 1000;
  }

  /** Counts so many parts of a signal's weight; the facts are what its sentence speaks of. */
  add<Facts extends readonly unknown[]>(at: number, parts: number, because: (...facts: Facts) => string, ...facts: Facts): void {
    const thousandths = Math.round(this.weights[at] * parts * 1000);
    this.thousandths += thousandths;
    if (this.shares === undefined || thousandths === 0) return;
    this.shares.push({ signal: SIGNALS[at], share: thousandths / 1000, because: because(...facts) });
  }
}

/** Rounds to a thousandth, without a negative zero. */
export const thousandth = (points: number): number => Math.round(points * 1000) / 1000 + 0;
