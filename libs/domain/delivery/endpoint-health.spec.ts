import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UNTRIED, failsForGood, healthAfter, isNews } from './endpoint-health.js';

const HOUR = 3_600_000;
const LASTING = 120 * HOUR;
const T0 = Date.parse('2026-11-20T00:00:00Z');
const at = (hours: number): Date => new Date(T0 + hours * HOUR);
const failed = (health: typeof UNTRIED, hours: number) => healthAfter(health, false, 'open', at(hours));
const worked = (health: typeof UNTRIED, hours: number) => healthAfter(health, true, 'closed', at(hours));
const run = (...hours: number[]) => hours.reduce(failed, UNTRIED);

describe('lasting failure', () => {
  it('is five days of nothing but failures', () => {
    expect(failsForGood(run(0, 24, 48, 72, 96, 119), at(119), LASTING)).toBe(false);
    expect(failsForGood(run(0, 24, 48, 72, 96, 120), at(120), LASTING)).toBe(true);
  });

  it('is over with one success', () => {
    const health = failed(worked(run(0, 24, 48, 72, 96), 110), 121);
    expect([health.failingSince, health.succeededAt]).toEqual([at(121), at(110)]);
  });

  it('does not join failures over a silence longer than any retry waits', () => {
    expect(run(0, 121).failingSince).toEqual(at(121));
  });

  it('never follows from less than its time, nor from before a success', () => {
    const step = fc.record({ wait: fc.integer({ min: 0, max: 40 * HOUR }), succeeded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        let [health, now, start] = [UNTRIED, T0, undefined as number | undefined];
        for (const { wait, succeeded } of steps) {
          now += wait;
          health = healthAfter(health, succeeded, 'closed', new Date(now));
          start = succeeded ? undefined : (start ?? now);
          if (failsForGood(health, new Date(now), LASTING)) expect(now - (start ?? now)).toBeGreaterThanOrEqual(LASTING);
        }
      }),
    );
  });
});

describe('news of an endpoint', () => {
  it.each([
    ['its first success', UNTRIED, worked(UNTRIED, 0), true],
    ['a success a second later', worked(UNTRIED, 0), worked(UNTRIED, 1 / 3600), false],
    ['a success a minute later', worked(UNTRIED, 0), worked(UNTRIED, 1 / 60), true],
    ['the first failure', worked(UNTRIED, 0), failed(worked(UNTRIED, 0), 0), true],
    ['a failure a second later', run(0), run(0, 1 / 3600), false],
    ['the end of a run of failures', run(0), worked(run(0), 0), true],
    ['another breaker', run(0), { ...run(0), breaker: 'half-open' } as const, true],
  ])('%s', (_, before, after, news) => {
    expect(isNews(before, after)).toBe(news);
  });
});
