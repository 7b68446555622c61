import { describe, expect, it } from '@jest/globals';
import { lastWeeks, weekOf } from '../../apps/console/src/bulletin/week-names.js';

describe('the weeks one can choose among', () => {
  it.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('call the week of %s %s', (day, week) => {
    expect(weekOf(new Date(`${day}T00:00:00Z`))).toBe(week);
  });

  it('go back from today, each once', () => {
    expect(lastWeeks('2027-01-05', 3)).toEqual(['2027-W01', '2026-W53', '2026-W52']);
  });
});
