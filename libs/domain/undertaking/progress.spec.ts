import { describe, expect, it } from '@jest/globals';
import { progressOf } from './progress.js';

describe('the progress of a list', () => {
  it('is what is done of all that was not dropped', () => {
    const { all, byState, completionRate } = progressOf({ open: 1, claimed: 1, underway: 1, done: 1, dropped: 2 });
    expect([all, completionRate]).toEqual([6, 0.25]);
    expect(byState).toEqual({ open: 1, claimed: 1, underway: 1, done: 1, dropped: 2 });
  });

  it.each([{}, { dropped: 3 }])('is null where there is nothing to do: %j', (counts) => {
    expect(progressOf(counts).completionRate).toBeNull();
  });

  it('is whole when all is done', () => {
    expect(progressOf({ done: 3, dropped: 1 }).completionRate).toBe(1);
  });
});
