import { describe, expect, it } from '@jest/globals';
import { suspectSpam } from './spam-burst.js';

const NOON = new Date('2026-11-20T04:00:00Z');
const minutesBefore = (minutes: number): Date => new Date(NOON.getTime() - minutes * 60_000);
const times = (count: number, apartMinutes: number): Date[] =>
  Array.from({ length: count }, (_, at) => minutesBefore((at + 1) * apartMinutes));

describe('suspectSpam', () => {
  it('says why the thirty-first of a burst is held', () => {
    expect(suspectSpam(NOON, times(30, 0.2))).toBe(
      '疑似刷单（spam-suspected）：10 分钟内另有 30 件文字几乎相同的诉求，先由值班员核实',
    );
  });

  it('leaves the first thirty alone', () => {
    expect(suspectSpam(NOON, [])).toBeUndefined();
    expect(suspectSpam(NOON, times(29, 0.2))).toBeUndefined();
  });

  it('leaves a letter alone that goes round an estate for a day', () => {
    expect(suspectSpam(NOON, times(300, 5))).toBeUndefined();
  });

  it('counts what arrived out of order', () => {
    const later = times(30, 0.2).map((at) => new Date(2 * NOON.getTime() - at.getTime()));
    expect(suspectSpam(NOON, later)).toContain('spam-suspected');
  });
});
