import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findWeek } from '../deadline/city-weeks.js';
import type { CountedRow, CountedWeek } from './bulletin.js';
import { drawBulletin } from './bulletin.js';
import type { Figures } from './figures.js';
import { FIGURES } from './figures.js';
import { RATES } from './rates.js';

const count = fc.nat({ max: 5_000 });
const figures = fc.record(Object.fromEntries(FIGURES.map((figure) => [figure, count]))) as unknown as fc.Arbitrary<Figures>;
const id = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const rows: fc.Arbitrary<CountedRow[]> = fc.uniqueArray(fc.record({ id, figures }), { selector: (row) => row.id });
const week: fc.Arbitrary<CountedWeek> = fc.record({
  total: figures,
  departments: rows,
  streets: rows,
  grids: rows,
  platforms: rows,
});
const weeks = { week: findWeek('2026-W47')!, previous: findWeek('2026-W46')!, until: new Date() };

describe('a bulletin', () => {
  it('loses nobody of either week and tells nobody twice', () => {
    fc.assert(
      fc.property(week, week, (now, then) => {
        const ids = drawBulletin(weeks, now, then).streets.map((row) => row.id);
        expect(new Set(ids)).toEqual(new Set([...now.streets, ...then.streets].map((row) => row.id)));
        expect(ids).toHaveLength(new Set(ids).size);
      }),
    );
  });

  it('says of a week before the opposite of what it says of the week after', () => {
    fc.assert(
      fc.property(week, week, (now, then) => {
        const [forth, back] = [drawBulletin(weeks, now, then).total.change, drawBulletin(weeks, then, now).total.change];
        for (const name of [...FIGURES, ...RATES]) {
          const [one, other] = [forth[name], back[name]];
          expect((one === null) === (other === null)).toBe(true);
          expect((one ?? 0) + (other ?? 0)).toBeCloseTo(0, 9);
        }
      }),
    );
  });

  it('sums its rows’ changes to the change of their sum', () => {
    fc.assert(
      fc.property(rows, rows, (now, then) => {
        const empty = { streets: [], grids: [], platforms: [] };
        const sum = (of: readonly CountedRow[]): Figures =>
          Object.fromEntries(FIGURES.map((name) => [name, of.reduce((all, row) => all + row.figures[name], 0)])) as never;
        const all = drawBulletin(
          weeks,
          { total: sum(now), departments: now, ...empty },
          { total: sum(then), departments: then, ...empty },
        );
        for (const name of FIGURES) {
          expect(all.departments.reduce((total, row) => total + row.change[name], 0)).toBe(all.total.change[name]);
        }
      }),
    );
  });
});
