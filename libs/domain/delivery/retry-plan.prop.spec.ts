import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STANDARD_RETRY_PLAN, nextAttemptAt } from './retry-plan.js';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-26T00:00:00Z');

describe('the next attempt', () => {
  it('is never before its delay nor before Retry-After, and never over a tenth later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: -DAY_MS, max: DAY_MS }),
        (attempts, chance, asked) => {
          const notBefore = new Date(now.getTime() + asked);
          const next = nextAttemptAt(attempts, now, STANDARD_RETRY_PLAN, () => chance, notBefore);
          const wait = (next as Date).getTime() - now.getTime();
          const least = Math.max(STANDARD_RETRY_PLAN.delaysMs[attempts], asked);
          expect(wait).toBeGreaterThanOrEqual(least);
          expect(wait).toBeLessThanOrEqual(Math.ceil(least * 1.1));
        },
      ),
    );
  });
});
