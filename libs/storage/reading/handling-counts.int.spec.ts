import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import { tellCases, toldUuid } from '#test/support/told-cases.js';
import { createDataSource } from '../data-source.js';
import { countHandling } from './handling-counts.js';
import { countOpenEndings } from './open-endings.js';

const AT = '2026-11-20 09:00';
const LATER = new Date('2026-11-20T12:00:00Z');

describe('what a database tells of the handling chain', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
  });
  beforeEach(() => emptyTables(source, ['cases']));
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('counts cases, each once however often it happened to it', async () => {
    await tellCases(source, [
      {
        id: 1,
        events: [
          ['case.returned', AT],
          ['case.returned', AT],
          ['case.extended', AT],
          ['case.supervised', AT, { level: 'urged' }],
          ['case.supervised', AT, { level: 'led' }],
          ['case.reworked', AT],
        ],
      },
      {
        id: 2,
        events: [
          ['case.suspended', AT],
          ['whistle.blown', AT],
          ['case.supervised', AT, { level: 'urged' }],
          ['case.revisited', AT],
          ['look_back.done', AT],
          ['look_back.done', AT],
        ],
      },
      {
        id: 3,
        events: [
          ['case.claimed', AT],
          ['case.returned', AT],
          ['case.revisited', AT],
        ],
      },
      { id: 4, events: [['case.settled_on_the_spot', AT]] },
      { id: 5, events: [['case.signed', AT]] },
    ]);

    expect(await countHandling(source)).toEqual({
      returned: 2,
      extended: 1,
      suspended: 1,
      whistled: 1,
      urged: 2,
      supervised: 1,
      reworked: 1,
      revisited: 2,
      lookedBack: 1,
      claimed: 1,
      onTheSpot: 1,
    });
  });

  describe('of closed cases', () => {
    const close = (id: number, proceedings: unknown = null) =>
      source.query(`update cases set status = 'closed', proceedings = $2 where id = $1`, [
        toldUuid(id),
        JSON.stringify(proceedings),
      ]);
    const run = (id: number, clock: string, dueAt: string) =>
      source.query(
        `insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, because) values ($1, $2, $3, $3, $3, '')`,
        [toldUuid(id), clock, dueAt],
      );

    it('waits for promises, for look-backs of today and not of next week', async () => {
      await tellCases(source, [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }]);
      for (const id of [1, 2, 3, 4]) await close(id);
      await run(1, 'commitment/1', '2026-11-30 00:00+08');
      await run(2, 'look-back', '2026-11-20 11:59:00Z');
      await run(3, 'look-back', '2026-11-27 00:00+08');
      await run(4, 'look-back-visit', '2026-11-30 00:00+08');
      await run(5, 'commitment/1', '2026-11-30 00:00+08');

      expect(await countOpenEndings(source, LATER)).toBe(3);
    });

    it('waits for the score of a department that came, not of one that never did', async () => {
      await tellCases(source, [{ id: 1 }, { id: 2 }, { id: 3 }]);
      const whistles = (call: unknown) => ({ whistles: [{ id: 1, calls: [call] }] });
      await close(1, whistles({ department: 'a', checkedInAt: AT }));
      await close(2, whistles({ department: 'a', checkedInAt: AT, score: 90 }));
      await close(3, whistles({ department: 'a' }));

      expect(await countOpenEndings(source, LATER)).toBe(1);
    });
  });
});
