import { describe, expect, it } from '@jest/globals';
import { storyOf, takesTurn } from './turns.js';

const picked = (seed: number, salt: number): number[] =>
  Array.from({ length: 400 }, (_, number) => number).filter((number) => takesTurn(seed, 'hurried', `M${salt}-${number}`));

describe('the turns that matters take', () => {
  it('come to exactly one of each run of numbers, the same for the same seed', () => {
    expect(picked(1, 7).map((number) => Math.floor(number / 40))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(picked(1, 8)).toEqual(picked(1, 7));
    expect(picked(2, 7)).not.toEqual(picked(1, 7));
  });

  it('are the same when a matter comes up again, and nothing unknown takes one', () => {
    expect(storyOf('M7-12-again')).toBe('12');
    const again = Array.from({ length: 400 }, (_, number) => `M7-${number}-again`);
    expect(again.filter((id) => takesTurn(1, 'hurried', id)).length).toBe(10);
    expect(takesTurn(1, 'hurried', undefined)).toBe(false);
  });
});
