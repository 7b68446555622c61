import type { SparseVector } from './gram-space.js';

const ROUNDS = 30;
/** A round that moves nothing more than this is the last. */
const STILL = 0.02;

/** Examples of one side (+1) and the other (-1), each with how much it counts. */
export interface Sides {
  readonly vectors: readonly SparseVector[];
  readonly side: readonly (1 | -1)[];
  readonly weight: readonly number[];
}

/**
 * Weights of a linear separator with squared hinge loss, by coordinate descent on its dual (Hsieh et al. 2008, as liblinear
 * does it); the last weight is the bias. `cost` is what an error may weigh against small weights.
 */
export function fitMargin({ vectors, side, weight }: Sides, size: number, cost: number): Float64Array {
  const weights = new Float64Array(size + 1);
  const alphas = new Float64Array(vectors.length);
  const norms = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const order = vectors.map((_, index) => index);
  const next = seeded();
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, next);
    let moved = 0;
    for (const index of order) {
      const slack = 1 / (2 * cost * weight[index]);
      const gradient = side[index] * score(weights, vectors[index]) - 1 + alphas[index] * slack;
      const free = alphas[index] === 0 ? Math.min(gradient, 0) : gradient;
      moved = Math.max(moved, Math.abs(free));
      const alpha = Math.max(0, alphas[index] - gradient / (norms[index] + slack));
      const step = (alpha - alphas[index]) * side[index];
      if (step === 0) continue;
      alphas[index] = alpha;
      const { at, values } = vectors[index];
      for (let i = 0; i < at.length; i += 1) weights[at[i]] += step * values[i];
      weights[size] += step;
    }
    if (moved < STILL) break;
  }
  return weights;
}

/** What a separator says of a vector: above 0 for its side. */
export function score(weights: Float64Array, { at, values }: SparseVector): number {
  let sum = weights[weights.length - 1];
  for (let i = 0; i < at.length; i += 1) sum += weights[at[i]] * values[i];
  return sum;
}

/** The same order at every run (Numerical Recipes' linear congruence): a result can be had again. */
export function seeded(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Fisher and Yates, in place. */
export function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}
