import { describe, expect, it } from '@jest/globals';
import { findWeek } from '../deadline/city-weeks.js';
import type { CountedWeek } from './bulletin.js';
import { drawBulletin } from './bulletin.js';
import type { Figures } from './figures.js';
import { NO_FIGURES } from './figures.js';

const weeks = { week: findWeek('2026-W47')!, previous: findWeek('2026-W46')!, until: new Date('2026-11-18T00:00:00Z') };
const figures = (some: Partial<Figures>): Figures => ({ ...NO_FIGURES, ...some });
const week = (total: Partial<Figures>, departments: CountedWeek['departments'] = []): CountedWeek => ({
  total: figures(total),
  departments,
  streets: [],
  grids: [],
  platforms: [],
});

describe('a bulletin', () => {
  it('says which week it is, up to when, and what it is compared with', () => {
    const { week: name, previous, from, before, until } = drawBulletin(weeks, week({}), week({}));
    expect({ name, previous, from, before, until }).toEqual({
      name: '2026-W47',
      previous: '2026-W46',
      from: new Date('2026-11-15T16:00:00Z'),
      before: new Date('2026-11-22T16:00:00Z'),
      until: new Date('2026-11-18T00:00:00Z'),
    });
  });

  it('gives the gain on the week before: counts as counts, rates as points', () => {
    const now = week({ received: 10, due: 3, resolved: 2, asked: 4, satisfied: 4 });
    const then = week({ received: 14, due: 8, resolved: 7 });
    const { total } = drawBulletin(weeks, now, then);
    expect(total).toMatchObject({ received: 10, completionRate: 66.7, satisfactionRate: 100 });
    expect(total.change).toMatchObject({ received: -4, resolved: -5, completionRate: -20.8, satisfactionRate: null });
  });

  it('has a row for everybody with a figure in either week, the most received first and nobody’s last', () => {
    const now = week({}, [
      { id: null, figures: figures({ received: 9 }) },
      { id: 'water', figures: figures({ received: 1 }) },
      { id: 'urban', figures: figures({ received: 2 }) },
    ]);
    const then = week({}, [
      { id: 'old-bureau', figures: figures({ received: 3 }) },
      { id: 'gas', figures: figures({ resolved: 1 }) },
      { id: 'urban', figures: figures({ received: 5 }) },
    ]);
    const rows = drawBulletin(weeks, now, then).departments.map(({ id, received, change }) => [id, received, change.received]);
    expect(rows).toEqual([
      ['urban', 2, -3],
      ['water', 1, 1],
      ['gas', 0, 0],
      ['old-bureau', 0, -3],
      [null, 9, 9],
    ]);
  });
});
