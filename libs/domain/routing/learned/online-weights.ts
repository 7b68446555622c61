import type { Feature } from './case-features.js';
import { rounded } from './rounded.js';

/** Features remembered at most; the one not met for longest is forgotten. */
const FEATURES_KEPT = 60_000;
/** Units a row has room for at first; it doubles. */
const ROOM = 16;
/** Weights smaller than this are not worth keeping. */
const NOTHING = 0.005;

interface Row {
  weights: Float32Array;
  /** Squares of the gradients so far (AdaGrad): what was learned often moves little. */
  moved: Float32Array;
}

/** One feature as it is saved: key, then unit, weight and gradients in turn. */
export type SavedRow = readonly [string, ...number[]];

/** Weights of features by unit, learned one case at a time by gradient steps (multinomial logistic regression, AdaGrad). */
export class OnlineWeights {
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly step: number,
    private readonly firstMoved: number,
  ) {}

  /** Adds what the features say to the units' scores. */
  addTo(scores: Float64Array, features: readonly Feature[]): void {
    for (const { key, value } of features) {
      const row = this.rows.get(key);
      if (!row) continue;
      const units = Math.min(scores.length, row.weights.length);
      for (let unit = 0; unit < units; unit += 1) scores[unit] += value * row.weights[unit];
    }
  }

  of({ key, value }: Feature, unit: number): number {
    return value * (this.rows.get(key)?.weights[unit] ?? 0);
  }

  /** `errors` is, by unit, the probability it was given less whether it was right. */
  learn(features: readonly Feature[], errors: Float64Array): void {
    for (const { key, value } of features) {
      const row = this.rowOf(key, errors.length);
      for (let unit = 0; unit < errors.length; unit += 1) {
        const gradient = value * errors[unit];
        if (Math.abs(gradient) < 1e-4) continue;
        row.moved[unit] += gradient * gradient;
        row.weights[unit] -= (this.step * gradient) / Math.sqrt(row.moved[unit]);
      }
    }
  }

  save(): SavedRow[] {
    return [...this.rows].flatMap(([key, { weights, moved }]) => {
      const entries: number[] = [];
      weights.forEach((weight, unit) => {
        if (Math.abs(weight) >= NOTHING) entries.push(unit, rounded(weight), rounded(moved[unit]));
      });
      return entries.length > 0 ? [[key, ...entries] as const] : [];
    });
  }

  restore(saved: readonly SavedRow[]): void {
    for (const [key, ...entries] of saved) {
      for (let i = 0; i + 2 < entries.length; i += 3) {
        const row = this.rowOf(key, entries[i] + 1);
        row.weights[entries[i]] = entries[i + 1];
        row.moved[entries[i]] = entries[i + 2];
      }
    }
  }

  private rowOf(key: string, units: number): Row {
    const row = this.rows.get(key) ?? this.emptyRow(ROOM);
    while (row.weights.length < units) {
      const { weights, moved } = this.emptyRow(row.weights.length * 2);
      weights.set(row.weights);
      moved.set(row.moved);
      Object.assign(row, { weights, moved });
    }
    this.rows.delete(key);
    this.rows.set(key, row);
    if (this.rows.size > FEATURES_KEPT) this.rows.delete(this.rows.keys().next().value ?? key);
    return row;
  }

  private emptyRow(units: number): Row {
    return { weights: new Float32Array(units), moved: new Float32Array(units).fill(this.firstMoved) };
  }
}
