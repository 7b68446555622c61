import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { CountedRow, CountedWeek } from '#domain/bulletin/bulletin.js';
import type { Figures } from '#domain/bulletin/figures.js';
import { findWeek } from '#domain/deadline/city-weeks.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import type { ToldCase } from '#test/support/told-cases.js';
import { tellCases, toldUuid } from '#test/support/told-cases.js';
import { createDataSource } from '../data-source.js';
import { BulletinCounts } from './bulletin-counts.js';

const dispatched = (at: string, lead: string) => ['case.dispatched', at, { lead }] as const;
const handled = (at: string, department: string) => ['case.handled', at, { department }] as const;
const revisited = (at: string, report: number, satisfied: boolean) =>
  ['case.revisited', at, { reportId: toldUuid(report), solved: true, satisfied }] as const;

/** Week 47 runs from Monday the 16th to Sunday the 22nd of November 2026. */
const HANDED_IN: ToldCase[] = [
  {
    // reported a minute before the week, dispatched at its first instant, handed in in time
    ...{ id: 1, street: '云岚', grid: 'G1', routedTo: 'urban', due: '2026-11-20 00:00', met: '2026-11-18 10:00' },
    reports: [{ id: 101, platform: 'hotline', at: '2026-11-15 23:59' }],
    events: [
      dispatched('2026-11-16 00:00', 'urban'),
      handled('2026-11-18 10:00', 'urban'),
      revisited('2026-11-20 09:00', 101, true),
    ],
  },
  {
    // returned, handed in late by the next; sent back, but only when the week was over
    ...{ id: 2, street: '云岚', grid: 'G2', routedTo: 'urban', lead: 'water', due: '2026-11-19 00:00', met: '2026-11-20 09:00' },
    reports: [
      { id: 102, platform: 'portal', at: '2026-11-16 00:00' },
      { id: 103, platform: 'hotline', at: '2026-11-17 08:00', relation: 'same-matter' },
    ],
    events: [
      dispatched('2026-11-16 08:00', 'urban'),
      ['case.returned', '2026-11-16 09:00', { department: 'urban', reason: '不属本单位' }],
      dispatched('2026-11-16 09:30', 'water'),
      handled('2026-11-20 09:00', 'water'),
      revisited('2026-11-22 23:59:59', 102, false),
      ['case.reworked', '2026-11-23 00:00'],
    ],
  },
  {
    // handed in in time, and sent back in the same week
    ...{ id: 6, street: '海湾', routedTo: 'urban', lead: 'urban', due: '2026-11-25 00:00', met: '2026-11-18 08:00' },
    reports: [{ id: 106, platform: 'portal', at: '2026-11-10 08:00' }],
    events: [
      dispatched('2026-11-10 08:01', 'urban'),
      handled('2026-11-18 08:00', 'urban'),
      ['case.reworked', '2026-11-19 08:00'],
    ],
  },
];

const OPEN: ToldCase[] = [
  {
    // again after closing; nobody had it when it fell due in the last second of the week
    ...{ id: 4, street: '海湾', grid: 'G3', recurrenceOf: 1, due: '2026-11-22 23:59:59' },
    reports: [{ id: 104, platform: 'hotline', at: '2026-11-22 23:59', relation: 'recurrence' }],
  },
  {
    // a minute too late for the week
    ...{ id: 5, street: '海湾', routedTo: 'urban', lead: 'urban', due: '2026-11-23 00:00' },
    reports: [{ id: 105, platform: 'hotline', at: '2026-11-23 00:00' }],
    events: [dispatched('2026-11-23 00:00', 'urban')],
  },
  {
    // fell due with a bureau that is no more, and went to another only then
    ...{ id: 7, street: '云岚', grid: 'G1', routedTo: 'old-bureau', lead: 'urban', due: '2026-11-17 00:00' },
    reports: [{ id: 107, platform: 'hotline', at: '2026-11-09 08:00' }],
    events: [dispatched('2026-11-09 12:00', 'old-bureau'), dispatched('2026-11-18 08:00', 'urban')],
  },
];

const ENDED_OTHERWISE: ToldCase[] = [
  {
    // taken back before it fell due: its clock was stopped, but nobody handed it in
    ...{ id: 8, street: '云岚', grid: 'G1', routedTo: 'urban', lead: 'urban', due: '2026-11-18 08:00', met: '2026-11-17 08:00' },
    reports: [{ id: 108, platform: 'portal', at: '2026-11-16 08:00' }],
    events: [dispatched('2026-11-16 08:01', 'urban'), ['case.withdrawn', '2026-11-17 08:00']],
  },
  {
    // 即办
    id: 9,
    reports: [{ id: 109, platform: 'visits', at: '2026-11-18 08:00' }],
    events: [['case.settled_on_the_spot', '2026-11-18 20:00']],
  },
  {
    // a list of 2019, taken in this week
    ...{ id: 10, street: '云岚', grid: 'G1', routedTo: 'urban', lead: 'urban', due: '2019-03-10 20:00' },
    reports: [{ id: 110, platform: 'hotline', at: '2019-03-05 08:00' }],
    events: [dispatched('2026-11-18 08:00', 'urban')],
  },
  {
    // its only report went to case 2
    ...{ id: 11, street: '云岚', grid: 'G2', routedTo: 'urban', lead: 'urban', opener: 103 },
    events: [dispatched('2026-11-17 08:01', 'urban'), ['case.merged', '2026-11-17 10:00']],
  },
];

/** Without the figures that are 0. */
const some = (figures: Figures): object => Object.fromEntries(Object.entries(figures).filter(([, count]) => count !== 0));
const byId = (rows: readonly CountedRow[]): object =>
  Object.fromEntries(rows.map(({ id, figures }) => [id ?? '-', some(figures)]));

describe('a week’s figures', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 1 });
    await source.initialize();
  });
  beforeEach(async () => {
    await emptyTables(source, ['cases']);
    await tellCases(source, [...HANDED_IN, ...OPEN, ...ENDED_OTHERWISE]);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const count = (name: string, until = findWeek(name)!.before): Promise<CountedWeek> =>
    new BulletinCounts(source).of(findWeek(name)!, until);

  it('count each thing in the week it happened in, from Monday midnight in the city', async () => {
    expect((await count('2026-W47')).total).toEqual({
      received: 5,
      opened: 4,
      repeated: 2,
      dispatched: 7,
      returned: 1,
      due: 5,
      resolved: 2,
      onTime: 1,
      overdue: 3,
      asked: 2,
      satisfied: 1,
    });
    expect(some((await count('2026-W46')).total)).toEqual({ received: 3, opened: 3, dispatched: 2 });
    expect(some((await count('2026-W48')).total)).toEqual({ received: 1, opened: 1, dispatched: 1, due: 1, overdue: 1 });
  });

  it('go to the department that did it, or had it when it fell due', async () => {
    expect(byId((await count('2026-W47')).departments)).toEqual({
      urban: {
        received: 3,
        opened: 2,
        repeated: 1,
        dispatched: 6,
        returned: 1,
        due: 2,
        resolved: 1,
        onTime: 1,
        asked: 1,
        satisfied: 1,
      },
      water: { dispatched: 1, due: 1, resolved: 1, overdue: 1, asked: 1 },
      'old-bureau': { due: 1, overdue: 1 },
      '-': { received: 2, opened: 2, repeated: 1, due: 1, overdue: 1 },
    });
  });

  it('go to the street and the grid of the case', async () => {
    const { streets, grids } = await count('2026-W47');
    expect(byId(streets)).toEqual({
      云岚: {
        received: 3,
        opened: 2,
        repeated: 1,
        dispatched: 7,
        returned: 1,
        due: 3,
        resolved: 2,
        onTime: 1,
        overdue: 2,
        asked: 2,
        satisfied: 1,
      },
      海湾: { received: 1, opened: 1, repeated: 1, due: 2, overdue: 1 },
      '-': { received: 1, opened: 1 },
    });
    expect(byId(grids)).toEqual({
      G1: { received: 1, opened: 1, dispatched: 4, due: 2, resolved: 1, onTime: 1, overdue: 1, asked: 1, satisfied: 1 },
      G2: { received: 2, opened: 1, repeated: 1, dispatched: 3, returned: 1, due: 1, resolved: 1, overdue: 1, asked: 1 },
      G3: { received: 1, opened: 1, repeated: 1, due: 1, overdue: 1 },
      '-': { received: 1, opened: 1, due: 1 },
    });
  });

  it('go to the platform of the report, or of the case’s first one', async () => {
    expect(byId((await count('2026-W47')).platforms)).toEqual({
      hotline: {
        received: 2,
        opened: 1,
        repeated: 2,
        dispatched: 4,
        due: 3,
        resolved: 1,
        onTime: 1,
        overdue: 2,
        asked: 1,
        satisfied: 1,
      },
      portal: { received: 2, opened: 2, dispatched: 3, returned: 1, due: 2, resolved: 1, overdue: 1, asked: 1 },
      visits: { received: 1, opened: 1 },
    });
  });

  it('take a list of past years for the past, and blame nobody who did not have it', async () => {
    const { total, departments } = await count('2019-W10');
    expect(some(total)).toEqual({ received: 1, opened: 1, due: 1, overdue: 1 });
    expect(byId(departments)).toEqual({ urban: { received: 1, opened: 1 }, '-': { due: 1, overdue: 1 } });
  });

  it('call nothing late before it is', async () => {
    const { total } = await count('2026-W47', new Date('2026-11-18T20:00:00+08:00'));
    expect(total.overdue).toBe(1);
  });

  it('keep a hand-in of a week that is over, whatever is sent back later', async () => {
    const next = [
      ['case.handled', '2026-11-24 08:00', { department: 'water' }],
      ['case.reworked', '2026-11-25 08:00'],
    ] as const;
    await emptyTables(source, ['cases']);
    await tellCases(source, [{ ...HANDED_IN[1], events: [...HANDED_IN[1].events!, ...next] }]);
    expect((await count('2026-W47')).total).toMatchObject({ due: 1, resolved: 1, onTime: 0, overdue: 1 });
    expect(some((await count('2026-W48')).total)).toEqual({ due: 1 });
  });

  it('do not judge a hand-in by the clock of a later round', async () => {
    const again = { due: '2026-11-26 00:00', met: '2026-11-24 08:00', startedAgain: '2026-11-23 00:00' };
    const events = [...HANDED_IN[1].events!, handled('2026-11-24 08:00', 'water')];
    await emptyTables(source, ['cases']);
    await tellCases(source, [{ ...HANDED_IN[1], ...again, events }]);
    expect((await count('2026-W47')).total).toMatchObject({ due: 1, resolved: 1, onTime: 0 });
    expect(some((await count('2026-W48')).total)).toEqual({ due: 1, resolved: 1, onTime: 1 });
  });

  it('count a case handed in twice once, under the last hand-in, and not again as one that is still owed', async () => {
    const events = [
      handled('2026-11-16 08:00', 'water'),
      revisited('2026-11-16 11:00', 101, false),
      ['case.reworked', '2026-11-16 12:00'],
      handled('2026-11-17 08:00', 'gas'),
      ['case.reworked', '2026-11-23 08:00'],
    ] as const;
    const again = { due: '2026-11-19 00:00', startedAgain: '2026-11-16 12:00' };
    await emptyTables(source, ['cases']);
    await tellCases(source, [{ id: 1, ...again, events }]);
    expect(byId((await count('2026-W47')).departments)).toEqual({
      gas: { due: 1, resolved: 1 },
      water: { asked: 1 },
      '-': { overdue: 1 },
    });
  });

  it('no longer owe the answer of a case that ended otherwise, however late', async () => {
    await emptyTables(source, ['cases']);
    await tellCases(source, [{ ...ENDED_OTHERWISE[0], met: '2026-11-19 08:00' }]);
    expect((await count('2026-W47')).total).toMatchObject({ overdue: 1, due: 0, resolved: 0 });
  });

  it('go by what an operator made of a report', async () => {
    await source.query(`update report_links set unlinked_at = '2026-11-18' where report_id = '${toldUuid(103)}'`);
    await source.query(
      `insert into report_links (report_id, case_id, relation, linked_at) values ('${toldUuid(103)}', '${toldUuid(11)}', 'opened', '2026-11-18')`,
    );
    expect((await count('2026-W47')).total).toMatchObject({ received: 5, opened: 5, repeated: 1 });
  });

  it.each([
    ['2026-11-16 23:00', 0],
    ['2026-11-17 01:00', 1],
  ])('call a case that was suspended at %s late %d times, due at midnight', async (paused, late) => {
    await emptyTables(source, ['cases']);
    await tellCases(source, [{ ...OPEN[2], paused }]);
    expect((await count('2026-W47')).total).toMatchObject({ overdue: late, due: late });
  });

  it('are all 0 in a week with nothing in it, and nobody has a row', async () => {
    const { total, ...rows } = await count('2026-W30');
    expect(Object.values(total)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(rows).toEqual({ departments: [], streets: [], grids: [], platforms: [] });
  });
});
