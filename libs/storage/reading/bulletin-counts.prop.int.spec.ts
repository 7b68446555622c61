import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { BREAKDOWNS } from '#domain/bulletin/bulletin.js';
import { FIGURES } from '#domain/bulletin/figures.js';
import { findWeek } from '#domain/deadline/city-weeks.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import type { ToldCase, ToldReport } from '#test/support/told-cases.js';
import { tellCases, toldUuid } from '#test/support/told-cases.js';
import { createDataSource } from '../data-source.js';
import { BulletinCounts } from './bulletin-counts.js';

const WEEK = findWeek('2026-W47')!;
/** From two days before the week to two days after it, in hours. */
const HOURS = 11 * 24;
const at = (hour: number): string =>
  DateTime.fromISO('2026-11-14T00:00', { zone: 'Asia/Shanghai' }).plus({ hours: hour }).toFormat('yyyy-MM-dd HH:mm');

const hour = fc.nat({ max: HOURS });
const department = fc.constantFrom('urban', 'water', 'gas');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const event = fc.record({
  type: fc.constantFrom(
    ...['case.dispatched', 'case.returned', 'case.held', 'case.handled', 'case.revisited', 'case.reworked', 'case.reopened'],
  ),
  department,
  satisfied: fc.boolean(),
});
const report = fc.record({
  platform: fc.constantFrom('hotline', 'portal', 'grid'),
  hour,
  relation: maybe(fc.constantFrom('opened', 'same-matter', 'relay', 'recurrence')),
});
const life = fc.record({
  street: maybe(fc.constantFrom('云岚', '海湾')),
  grid: maybe(fc.constantFrom('G1', 'G2', 'G3')),
  routedTo: maybe(department),
  lead: maybe(department),
  reports: fc.array(report, { minLength: 1, maxLength: 3 }),
  events: fc.array(event, { maxLength: 6 }),
  hours: fc.array(hour, { minLength: 6, maxLength: 6 }),
  due: maybe(hour),
  met: maybe(hour),
});

function told(lives: readonly (typeof life extends fc.Arbitrary<infer Life> ? Life : never)[]): ToldCase[] {
  return lives.map(({ reports, events, hours, due, met, ...facts }, index) => {
    const id = index + 1;
    const own = reports.map((one, nth): ToldReport => ({ ...one, id: 1000 + 10 * id + nth, at: at(one.hour) }));
    const times = [...hours].sort((one, other) => one - other);
    const data = (one: (typeof events)[number]) => ({ ...one, lead: one.department, reportId: toldUuid(own[0].id) });
    return {
      ...facts,
      id,
      reports: own,
      events: events.map((one, nth) => [one.type, at(times[nth]), data(one)] as const),
      ...(due === undefined ? {} : { due: at(due), met: met === undefined ? undefined : at(met) }),
    };
  });
}

describe('a week’s figures, whatever happened', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 1 });
    await source.initialize();
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  it('add up to the total in every breakdown, and parts are never more than their whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { maxLength: 25 }), hour, async (lives, until) => {
        await emptyTables(source, ['cases']);
        await tellCases(source, told(lives));
        const end = new Date(Math.min(WEEK.before.getTime(), new Date(`${at(until).replace(' ', 'T')}+08:00`).getTime()));
        const counted = await new BulletinCounts(source).of(WEEK, end);
        for (const breakdown of BREAKDOWNS) {
          for (const figure of FIGURES) {
            const sum = counted[breakdown].reduce((all, row) => all + row.figures[figure], 0);
            expect([breakdown, figure, sum]).toEqual([breakdown, figure, counted.total[figure]]);
          }
          const all = [counted.total, ...counted[breakdown].map(({ figures }) => figures)];
          for (const { received, opened, repeated, due, resolved, onTime, asked, satisfied } of all) {
            expect(opened).toBeLessThanOrEqual(received);
            expect(repeated).toBeLessThanOrEqual(received);
            expect(onTime).toBeLessThanOrEqual(resolved);
            expect(resolved).toBeLessThanOrEqual(due);
            expect(satisfied).toBeLessThanOrEqual(asked);
          }
        }
        expect(counted.total.due).toBeLessThanOrEqual(lives.length);
      }),
      { numRuns: 60 },
    );
  });
});
