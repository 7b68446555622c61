import { describe, expect, it } from '@jest/globals';
import { STANDARD_RETRY_PLAN, nextAttemptAt } from './retry-plan.js';

const now = new Date('2026-11-26T00:00:00Z');
const never = (): number => 0;
const most = (): number => 0.999_999;
const after = (attempts: number, random = never, notBefore?: Date): string => {
  const next = nextAttemptAt(attempts, now, STANDARD_RETRY_PLAN, random, notBefore);
  return next === 'park' ? next : next.toISOString();
};

describe('the plan of Standard Webhooks', () => {
  it.each([
    [0, '2026-11-26T00:00:00.000Z'],
    [1, '2026-11-26T00:00:05.000Z'],
    [2, '2026-11-26T00:05:00.000Z'],
    [3, '2026-11-26T00:30:00.000Z'],
    [4, '2026-11-26T02:00:00.000Z'],
    [5, '2026-11-26T05:00:00.000Z'],
    [6, '2026-11-26T10:00:00.000Z'],
    [7, '2026-11-26T14:00:00.000Z'],
    [8, '2026-11-26T20:00:00.000Z'],
    [9, '2026-11-27T00:00:00.000Z'],
    [10, 'park'],
    [11, 'park'],
  ])('after %d attempts comes %s', (attempts, expected) => {
    expect(after(attempts)).toBe(expected);
  });

  it('spreads a wait by at most a tenth', () => {
    expect(after(4, most)).toBe('2026-11-26T02:12:00.000Z');
  });

  it('makes the first attempt at once whatever chance says', () => {
    expect(after(0, most)).toBe('2026-11-26T00:00:00.000Z');
  });
});

describe('Retry-After', () => {
  it('postpones an attempt that would come too early', () => {
    expect(after(1, never, new Date('2026-11-26T01:00:00Z'))).toBe('2026-11-26T01:00:00.000Z');
  });

  it('does not bring forward an attempt that would come later', () => {
    expect(after(4, never, new Date('2026-11-26T00:00:10Z'))).toBe('2026-11-26T02:00:00.000Z');
  });

  it('is spread as well', () => {
    expect(after(1, most, new Date('2026-11-26T01:00:00Z'))).toBe('2026-11-26T01:06:00.000Z');
  });

  it('is obeyed for a day at most', () => {
    expect(after(1, never, new Date('2027-11-26T00:00:00Z'))).toBe('2026-11-27T00:00:00.000Z');
  });

  it('in the past changes nothing', () => {
    expect(after(1, never, new Date('2026-11-25T00:00:00Z'))).toBe('2026-11-26T00:00:05.000Z');
  });

  it('does not prolong a plan that is used up', () => {
    expect(after(10, never, new Date('2026-11-26T01:00:00Z'))).toBe('park');
  });
});
