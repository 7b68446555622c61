import { describe, expect, it } from '@jest/globals';
import { growthOf, judgeGrowth } from './hot-issue.js';

const NOON = new Date('2026-11-20T04:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOON.getTime() - hours * 3_600_000);
/** So many reports a day, on each of so many days before the last one. */
const past = (days: number, daily: number): Date[] =>
  Array.from({ length: days * daily }, (_, at) => hoursAgo(24 + (at + 0.5) * (24 / daily)));
const today = (count: number): Date[] => Array.from({ length: count }, (_, at) => hoursAgo((at + 0.5) * (24 / count)));
const verdict = (times: readonly Date[]) => judgeGrowth(growthOf(times, NOON));

describe('a hot issue', () => {
  it('is a new case with seven reports on its first day, and not one with six', () => {
    expect(verdict(today(7))).toBe('hot');
    expect(verdict(today(6))).toBe('neither');
  });

  it('is measured against the past of its own', () => {
    expect(verdict([...past(10, 5), ...today(7)])).toBe('neither');
    expect(verdict([...past(10, 5), ...today(16)])).toBe('hot');
    expect(verdict([...past(30, 0), hoursAgo(24 * 30), ...today(6)])).toBe('hot');
  });

  it('says how it grows', () => {
    const { recent, expected, surprise, days } = growthOf([...past(9, 2), ...today(12)], NOON);

    expect(recent).toBe(12);
    expect(expected).toBeCloseTo(1.949, 3);
    expect(surprise).toBeCloseTo(5.98, 2);
    expect(days).toBeCloseTo(9.75, 2);
  });

  it('has cooled when hardly anybody reports any more', () => {
    expect(verdict([...past(3, 10), ...today(2)])).toBe('cooled');
    expect(verdict([...past(3, 10), ...today(3)])).toBe('neither');
    expect(verdict([])).toBe('cooled');
  });

  it('knows the chance of so many reports', () => {
    // P(X ≥ 7) for a mean of 1 is 8.3241e-5
    expect(growthOf(today(7), NOON).surprise).toBeCloseTo(4.0797, 3);
  });

  it('does not count what a clock ahead of ours reports', () => {
    expect(growthOf([hoursAgo(-1), ...today(2)], NOON).recent).toBe(2);
  });
});
