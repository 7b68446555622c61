import { describe, expect, it } from '@jest/globals';
import type { AttemptOutcome } from './delivery.js';
import { outcomeOfReadBack, settleAttempt } from './settle-attempt.js';

const now = new Date('2026-11-26T00:00:00Z');
const plan = { delaysMs: [0, 1_000, 60_000], jitter: 0, longestRetryAfterMs: 3_600_000 };
const settle = (channel: 'webhook' | 'write-back', attempts: number, outcome: AttemptOutcome) =>
  settleAttempt({ channel, attemptsInPlan: attempts }, outcome, now, plan, () => 0);

describe('settling an attempt', () => {
  it('confirms what was received', () => {
    expect(settle('webhook', 0, { kind: 'confirmed', status: 204 })).toEqual({ state: 'confirmed' });
  });

  it('owes what failed until the plan says', () => {
    expect(settle('webhook', 1, { kind: 'failed', status: 500, reason: 'HTTP 500' })).toEqual({
      state: 'owed',
      nextAttemptAt: new Date('2026-11-26T00:01:00Z'),
    });
  });

  it('waits as long as the other side asks', () => {
    const notBefore = new Date('2026-11-26T00:10:00Z');
    expect(settle('webhook', 0, { kind: 'failed', status: 429, reason: 'HTTP 429', notBefore })).toEqual({
      state: 'owed',
      nextAttemptAt: notBefore,
    });
  });

  it('parks what failed for the last time', () => {
    expect(settle('webhook', 2, { kind: 'failed', status: 500, reason: 'HTTP 500' })).toEqual({
      state: 'parked',
      because: 'plan-used-up',
      reason: 'HTTP 500',
    });
  });

  it('parks what is hopeless at the first attempt', () => {
    expect(settle('webhook', 0, { kind: 'hopeless', status: 410, reason: 'HTTP 410' })).toEqual({
      state: 'parked',
      because: 'hopeless',
      reason: 'HTTP 410',
    });
  });

  it('keeps a write-back unknown until it is read back', () => {
    expect(settle('write-back', 0, { kind: 'unknown', reason: 'timed out' })).toEqual({
      state: 'unknown',
      nextAttemptAt: new Date('2026-11-26T00:00:01Z'),
    });
  });

  it('sends a webhook of unknown fate again, since its receiver knows the id', () => {
    expect(settle('webhook', 0, { kind: 'unknown', reason: 'timed out' })).toEqual({
      state: 'owed',
      nextAttemptAt: new Date('2026-11-26T00:00:01Z'),
    });
  });

  it('parks a write-back that stays unknown to the end of the plan', () => {
    expect(settle('write-back', 2, { kind: 'unknown', reason: 'timed out' })).toMatchObject({ state: 'parked' });
  });
});

describe('reading a write-back back', () => {
  it.each([
    ['shown', 'confirmed'],
    ['absent', 'failed'],
    ['pending', 'unknown'],
  ] as const)('takes an answer that is %s for %s', (kind, outcome) => {
    expect(outcomeOfReadBack({ kind }).kind).toBe(outcome);
  });
});
