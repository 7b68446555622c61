import { describe, expect, it } from '@jest/globals';
import { fitWeights, type LabelledPair } from './fit-weights.js';

/** Pairs with a constant and one signal: of those with the signal nine in ten are the same, of those without one in ten. */
const PAIRS: LabelledPair[] = Array.from({ length: 2000 }, (_, at) => {
  const speaks = at % 2;
  return { parts: [1, speaks, 0], isSame: at % 20 < 2 ? speaks === 0 : speaks === 1, weight: 1 };
});

describe('fitWeights', () => {
  it('finds the log-odds of the labels', () => {
    const [start, signal] = fitWeights(PAIRS, [
      { weight: 0, firmness: 1e-6 },
      { weight: 0, firmness: 1e-6 },
      { weight: 0, firmness: 1 },
    ]);
    // ln(0.1 / 0.9) and what leads from there to ln(0.9 / 0.1)
    expect(start).toBeCloseTo(-2.197, 3);
    expect(signal).toBeCloseTo(4.394, 3);
  });

  it('leaves a signal that no label speaks of as it was believed', () => {
    expect(
      fitWeights(PAIRS, [
        { weight: 0, firmness: 0.01 },
        { weight: 0, firmness: 1 },
        { weight: 7.5, firmness: 1 },
      ])[2],
    ).toBe(7.5);
  });

  it('moves a firm belief less', () => {
    const fitted = (firmness: number): number =>
      fitWeights(PAIRS, [
        { weight: 0, firmness: 0.01 },
        { weight: 0, firmness },
        { weight: 0, firmness: 1 },
      ])[1];
    expect(fitted(100)).toBeLessThan(fitted(1));
  });

  it('comes to the same from a start that is far off', () => {
    const near = fitWeights(PAIRS, [
      { weight: 0, firmness: 1e-6 },
      { weight: 4, firmness: 1e-6 },
      { weight: 0, firmness: 1 },
    ]);
    const far = fitWeights(PAIRS, [
      { weight: 0, firmness: 1e-6 },
      { weight: 80, firmness: 1e-6 },
      { weight: 0, firmness: 1 },
    ]);
    expect(far[1]).toBeCloseTo(near[1], 2);
  });
});
