/** One labelled pair: how much of each signal speaks, and whether the two are one matter. */
export interface LabelledPair {
  readonly parts: readonly number[];
  readonly isSame: boolean;
  /** What the pair counts among the others. */
  readonly weight: number;
}

/** What is held to be true of a signal before any label was seen, and how firmly: labels move a firm belief less. */
export interface Belief {
  readonly weight: number;
  readonly firmness: number;
}

const MOST_STEPS = 60;
const STILL = 1e-7;

/**
 * Logistic regression drawn towards what was believed before (maximum a posteriori), by Newton's method. Points come out as
 * log-odds: whom no label speaks of keeps the weight that was believed.
 */
export function fitWeights(pairs: readonly LabelledPair[], beliefs: readonly Belief[]): number[] {
  let weights = beliefs.map(({ weight }) => weight);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { slope, bend } = surroundings(pairs, weights, beliefs);
    const next = uphill(weights, solve(bend, slope), (there) => plausibility(pairs, there, beliefs));
    if (next.every((value, at) => Math.abs(value - weights[at]) < STILL)) return next;
    weights = next;
  }
  return weights;
}

/** A whole step overshoots where the curve is flat: it is halved until it leads up. */
function uphill(from: readonly number[], move: readonly number[], heightOf: (weights: readonly number[]) => number): number[] {
  const height = heightOf(from);
  for (let length = 1; length > STILL; length /= 2) {
    const there = from.map((value, at) => value + length * move[at]);
    if (heightOf(there) >= height) return there;
  }
  return [...from];
}

function dot(parts: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < parts.length; at += 1) sum += parts[at] * weights[at];
  return sum;
}

/** Log-likelihood of the labels with the beliefs. */
function plausibility(pairs: readonly LabelledPair[], weights: readonly number[], beliefs: readonly Belief[]): number {
  const ofBeliefs = beliefs.reduce((sum, { weight, firmness }, at) => sum - (firmness * (weights[at] - weight) ** 2) / 2, 0);
  return pairs.reduce((sum, { parts, isSame, weight }) => {
    const points = dot(parts, weights) * (isSame ? 1 : -1);
    return sum - weight * (points > 0 ? Math.log1p(Math.exp(-points)) : Math.log1p(Math.exp(points)) - points);
  }, ofBeliefs);
}

/** First and second derivatives of the log-likelihood with the beliefs. */
function surroundings(
  pairs: readonly LabelledPair[],
  weights: readonly number[],
  beliefs: readonly Belief[],
): { slope: number[]; bend: number[][] } {
  const slope = beliefs.map(({ weight, firmness }, at) => firmness * (weight - weights[at]));
  const bend = beliefs.map(({ firmness }, row) => beliefs.map((_, column) => (row === column ? firmness : 0)));
  for (const { parts, isSame, weight } of pairs) {
    const chance = 1 / (1 + Math.exp(-dot(parts, weights)));
    const error = weight * ((isSame ? 1 : 0) - chance);
    const curve = weight * chance * (1 - chance);
    for (let row = 0; row < parts.length; row += 1) {
      if (parts[row] === 0) continue;
      slope[row] += parts[row] * error;
      for (let column = 0; column < parts.length; column += 1) bend[row][column] += parts[row] * parts[column] * curve;
    }
  }
  return { slope, bend };
}

/** Gauss's elimination with the largest pivot; the matrix is positive definite, since every belief has some firmness. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  rows.forEach((_, at) => {
    const pivot = rows
      .slice(at)
      .reduce((best, row, below) => (Math.abs(row[at]) > Math.abs(rows[best][at]) ? at + below : best), at);
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    rows.forEach((row, other) => {
      const factor = row[at] / rows[at][at];
      if (other !== at && factor !== 0) row.forEach((_value, column) => (row[column] -= factor * rows[at][column]));
    });
  });
  return rows.map((row, at) => row[rows.length] / row[at]);
}
