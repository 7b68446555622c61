import { CONTEXTS } from './contexts.js';
import type { Vote } from './case-votes.js';

/** By how many cases stand behind a vote: each step is twice as many. */
const SIZES = 8;
const STEP = 0.05;
/** All votes together weigh about this before anything was learned. */
const TRUST_AT_FIRST = 1.6;

/** How much a context's vote is believed, by how many cases stand behind it; the weights are learned from being right or wrong. */
export class VoteWeights {
  private readonly weights = new Float64Array(CONTEXTS.length * SIZES).fill(TRUST_AT_FIRST / CONTEXTS.length);
  private readonly moved = new Float64Array(CONTEXTS.length * SIZES).fill(1);

  /** How strongly a vote speaks for a unit: how much more of the alike cases it got than of all cases, as a logarithm. */
  of(vote: Vote, unit: string, usual: number): number {
    return this.weights[slotOf(vote)] * strengthOf(vote, unit, usual);
  }

  /** `errors` is, by unit, the probability it was given less whether it was right. */
  learn(votes: readonly Vote[], errors: Float64Array, usual: Float64Array, indexOf: ReadonlyMap<string, number>): void {
    for (const vote of votes) {
      let gradient = 0;
      for (const unit of vote.shares.of.keys()) {
        const index = indexOf.get(unit);
        if (index !== undefined) gradient += errors[index] * strengthOf(vote, unit, usual[index]);
      }
      const slot = slotOf(vote);
      this.moved[slot] += gradient * gradient;
      this.weights[slot] -= (STEP * gradient) / Math.sqrt(this.moved[slot]);
    }
  }

  save(): { readonly weights: number[]; readonly moved: number[] } {
    return { weights: [...this.weights], moved: [...this.moved] };
  }

  restore({ weights, moved }: { readonly weights: readonly number[]; readonly moved: readonly number[] }): void {
    this.weights.set(weights);
    this.moved.set(moved);
  }
}

const slotOf = ({ context, shares }: Vote): number =>
  context * SIZES + Math.min(SIZES - 1, Math.max(0, Math.floor(Math.log2(shares.total) + 2)));

const strengthOf = ({ shares }: Vote, unit: string, usual: number): number => Math.log(1 + (shares.of.get(unit) ?? 0) / usual);
