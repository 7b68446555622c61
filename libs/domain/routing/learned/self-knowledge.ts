import { rounded } from './rounded.js';

const STEP = 0.1;
/** Outcomes that a hit rate is taken to have had before its first. */
const BEFORE = 4;
/** An outcome a hundred outcomes ago counts about a third. */
const KEPT_EACH = 0.99;
const RATES_KEPT = 20_000;
const SURE = 0.995;

type Rate = [hits: number, of: number];

/** What there is to say of a prediction before its outcome is known. */
export interface Prediction {
  readonly first: number;
  readonly second: number;
  /** What the prediction may be judged by: the kind of case, the unit it names, both. */
  readonly keys: readonly string[];
  /** Whether the last alike case went to the unit it names; undefined when there is none. */
  readonly likeTheLast: boolean | undefined;
  /** Alike cases known. */
  readonly alike: number;
}

const KEYS = 5;
const INPUTS = 5 + KEYS;

export interface SavedSelfKnowledge {
  readonly weights: readonly number[];
  readonly moved: readonly number[];
  readonly rates: readonly (readonly [string, number, number])[];
}

/** How likely a prediction is right, learned from how often predictions like it were: probabilities that can be counted on. */
export class SelfKnowledge {
  private readonly weights = new Float64Array(INPUTS);
  private readonly moved = new Float64Array(INPUTS).fill(1);
  private readonly rates = new Map<string, Rate>();

  constructor() {
    this.weights[1] = 1;
  }

  confidenceIn(prediction: Prediction): number {
    return chance(this.inputsOf(prediction), this.weights);
  }

  learn(prediction: Prediction, right: boolean): void {
    const inputs = this.inputsOf(prediction);
    const error = chance(inputs, this.weights) - (right ? 1 : 0);
    inputs.forEach((input, index) => {
      this.moved[index] += (error * input) ** 2;
      this.weights[index] -= (STEP * error * input) / Math.sqrt(this.moved[index]);
    });
    for (const key of prediction.keys) {
      const [hits, of] = this.rates.get(key) ?? [0, 0];
      this.rates.delete(key);
      this.rates.set(key, [hits * KEPT_EACH + (right ? 1 : 0), of * KEPT_EACH + 1]);
    }
    while (this.rates.size > RATES_KEPT) this.rates.delete(this.rates.keys().next().value ?? '');
  }

  save(): SavedSelfKnowledge {
    return {
      weights: [...this.weights],
      moved: [...this.moved],
      rates: [...this.rates].map(([key, [hits, of]]) => [key, rounded(hits), rounded(of)]),
    };
  }

  restore({ weights, moved, rates }: SavedSelfKnowledge): void {
    this.weights.set(weights);
    this.moved.set(moved);
    for (const [key, hits, of] of rates) this.rates.set(key, [hits, of]);
  }

  private inputsOf({ first, second, keys, likeTheLast, alike }: Prediction): number[] {
    const rated = keys.map((key) => {
      const [hits, of] = this.rates.get(key) ?? [0, 0];
      return logit((hits + BEFORE * first) / (of + BEFORE));
    });
    const agrees = likeTheLast === undefined ? 0 : likeTheLast ? 1 : -1;
    return [1, logit(first), Math.log(first / second) / 3, agrees, Math.log1p(alike) / 2, ...rated];
  }
}

function chance(inputs: readonly number[], weights: Float64Array): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, input, index) => sum + input * weights[index], 0)));
}

function logit(share: number): number {
  const safe = Math.min(SURE, Math.max(1 - SURE, share));
  return Math.log(safe / (1 - safe));
}
