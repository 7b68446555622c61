import { describe, expect, it } from '@jest/globals';
import { allowedIn, fullPace, paced, roomIn, spent } from './target-pace.js';
import type { Pace } from './target-pace.js';

const policy = { mostInFlight: 16, mostPerSecond: 100 };
const NOON = new Date('2026-11-20T04:00:00Z');
const after = (milliseconds: number): Date => new Date(NOON.getTime() + milliseconds);
const afterAll = (outcomes: readonly boolean[], from = fullPace(policy, NOON)): Pace =>
  outcomes.reduce((pace, isAlive) => paced(pace, isAlive, policy), from);
const times = (count: number, isAlive: boolean): boolean[] => Array.from({ length: count }, () => isAlive);

describe('the pace of a target', () => {
  it('lets everything go at first, beside what is in flight', () => {
    expect(roomIn(fullPace(policy, NOON), 5, NOON, policy).room).toBe(11);
    expect(roomIn(fullPace(policy, NOON), 40, NOON, policy).room).toBe(0);
  });

  it('is halved by every failure, down to one at a time', () => {
    const windows = [1, 2, 3, 4, 5, 6].map((failures) => afterAll(times(failures, false)).window);
    expect(windows).toEqual([8, 4, 2, 1, 1, 1]);
  });

  it('lets one more through for each full window that was answered', () => {
    const down = afterAll(times(9, false));
    const windows = [1, 3, 6, 10, 60, 120, 500].map((answers) => Math.floor(afterAll(times(answers, true), down).window + 1e-9));
    expect(windows).toEqual([2, 3, 4, 5, 11, 16, 16]);
  });

  it('calls a target ailing after five failures in a row, and well after two answers in a row', () => {
    const states = [
      times(4, false),
      times(5, false),
      [...times(5, false), true],
      [...times(5, false), true, false, true],
      [...times(5, false), true, true],
    ].map((outcomes) => afterAll(outcomes).isAiling);
    expect(states).toEqual([false, true, true, true, false]);
  });

  it('begins no more in a second than it may, and earns the next as time passes', () => {
    const used = spent(fullPace(policy, NOON), 100);
    expect(roomIn(used, 0, NOON, policy).room).toBe(0);
    expect(allowedIn(used, policy)).toBe(10);
    expect(roomIn(used, 0, after(50), policy).room).toBe(5);
    expect(roomIn(used, 0, after(3_600_000), policy).pace.allowance).toBe(100);
  });

  it('begins one every few seconds where less than one a second is allowed', () => {
    const slow = { mostInFlight: 16, mostPerSecond: 0.25 };
    const fresh = fullPace(slow, NOON);
    expect(roomIn(fresh, 0, NOON, slow).room).toBe(1);
    const used = spent(fresh, 1);
    expect([roomIn(used, 0, after(3_999), slow).room, roomIn(used, 0, after(4_000), slow).room]).toEqual([0, 1]);
    expect(roomIn(used, 0, after(3_600_000), slow).room).toBe(1);
    expect(allowedIn(used, slow)).toBe(4_000);
  });

  it('keeps to a policy that became stricter from then on', () => {
    const full = fullPace(policy, NOON);
    expect(roomIn(full, 1, NOON, { mostInFlight: 4, mostPerSecond: 100 }).room).toBe(3);
    expect(roomIn(full, 0, NOON, { mostInFlight: 16, mostPerSecond: 2 }).room).toBe(2);
  });

  it('earns nothing when the clock is set back', () => {
    expect(roomIn(spent(fullPace(policy, NOON), 100), 0, after(-60_000), policy).pace.allowance).toBe(0);
  });
});
