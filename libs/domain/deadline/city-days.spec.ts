import { describe, expect, it } from '@jest/globals';
import { lastDays, nextNight, spanOfDay } from './city-days.js';

describe('days of the city', () => {
  it('run from midnight to midnight in China', () => {
    expect(spanOfDay('2026-11-22')).toEqual({ from: new Date('2026-11-21T16:00:00Z'), before: new Date('2026-11-22T16:00:00Z') });
  });

  it('are counted back over the end of a month, oldest first', () => {
    expect(lastDays(new Date('2026-12-01T15:59:59Z'), 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
    expect(lastDays(new Date('2026-12-01T16:00:00Z'), 1)).toEqual(['2026-12-02']);
  });

  it.each([
    ['2026-11-21T18:29:59Z', '2026-11-21T18:30:00.000Z'],
    ['2026-11-21T18:30:00Z', '2026-11-22T18:30:00.000Z'],
    ['2026-11-22T04:00:00Z', '2026-11-22T18:30:00.000Z'],
  ])('has its next night after %s at %s', (at, night) => {
    expect(nextNight(new Date(at)).toISOString()).toBe(night);
  });
});
