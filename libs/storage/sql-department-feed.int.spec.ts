import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import { tellCases, toldUuid } from '#test/support/told-cases.js';
import { createDataSource } from './data-source.js';
import { SqlDepartmentFeed } from './sql-department-feed.js';
import { SqlDepartmentReplay } from './sql-department-replay.js';

const WATER = as<DepartmentId>('water-affairs');
const GAS = as<DepartmentId>('gas-supply');
const NOW = new Date('2026-11-26T00:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe('the feed of a department', () => {
  let database: TestDatabase;
  let source: DataSource;
  let feed: SqlDepartmentFeed;

  beforeAll(async () => {
    database = await freshDatabase();
    source = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
    feed = new SqlDepartmentFeed(source);
    await tellCases(source, [{ id: 1 }, { id: 2 }, { id: 3 }]);
  });
  beforeEach(() => emptyTables(source, ['department_feeds', 'deliveries']));
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const owe = (id: number, ofCase: number, { to = WATER, state = 'owed', attempts = 0, by = source } = {}) =>
    by.query(
      `insert into deliveries (id, channel, target, case_id, type, payload, state, created_at, attempts, next_attempt_at)
       values ($1, 'webhook', $2, $3, 'case.dispatched', $4, $5, $6, $7, $6)`,
      [toldUuid(id), to, toldUuid(ofCase), { caseNumber: `HL${ofCase}` }, state, NOW, attempts],
    );
  const read = async (after?: string, limit = 10, now = NOW) => {
    const { items, next } = await feed.read(WATER, { after, limit }, now);
    return { ids: items.map(({ id }) => Number(id.slice(-4))), cursors: items.map(({ cursor }) => cursor), next };
  };
  const states = async () => {
    const rows = await source.query<{ id: string; state: string; attempts: number }[]>(
      'select id, state, attempts from deliveries order by seq',
    );
    return rows.map(({ id, state, attempts }) => `${Number(id.slice(-4))} ${state} ${attempts}`);
  };

  it('shows each message as it was owed, oldest first, and others’ never', async () => {
    await owe(11, 1);
    await owe(12, 2, { to: GAS });
    await owe(13, 1);
    const { items } = await feed.read(WATER, { limit: 10 }, NOW);
    const message = { type: 'case.dispatched', payload: { caseNumber: 'HL1' }, createdAt: NOW, cursor: expect.any(String) };
    expect(items).toEqual([
      { id: toldUuid(11), caseId: toldUuid(1), ...message },
      { id: toldUuid(13), caseId: toldUuid(1), ...message },
    ]);
    expect(await states()).toEqual(['11 owed 1', '12 owed 0', '13 owed 1']);
  });

  it('confirms what the next question acknowledges, and logs it as pulled', async () => {
    await owe(11, 1);
    await owe(12, 2);
    await owe(13, 3);
    const first = await read(undefined, 2);
    expect(first.ids).toEqual([11, 12]);
    expect(await states()).toEqual(['11 owed 1', '12 owed 1', '13 owed 0']);
    const second = await read(first.next, 2, later(90));
    expect(second.ids).toEqual([13]);
    expect(await states()).toEqual(['11 confirmed 1', '12 confirmed 1', '13 owed 1']);
    const log = await source.query<object[]>(
      'select number, at, duration_ms, outcome, reason from delivery_attempts order by delivery_id',
    );
    expect(log).toEqual([
      { number: 1, at: NOW, duration_ms: 90_000, outcome: 'confirmed', reason: 'pulled' },
      { number: 1, at: NOW, duration_ms: 90_000, outcome: 'confirmed', reason: 'pulled' },
    ]);
    const [{ settled_at: settledAt }] = await source.query<{ settled_at: Date }[]>(
      `select settled_at from deliveries where state = 'confirmed' limit 1`,
    );
    expect(settledAt).toEqual(later(90));
  });

  it('acknowledges a part of a page by the cursor of a message', async () => {
    await owe(11, 1);
    await owe(12, 2);
    const { cursors } = await read();
    expect((await read(cursors[0])).ids).toEqual([12]);
    expect(await states()).toEqual(['11 confirmed 1', '12 owed 1']);
  });

  it('answers the same question with the same page, whatever came meanwhile', async () => {
    await owe(11, 1);
    const { next } = await read();
    await owe(12, 2);
    const page = await read(next);
    await owe(13, 3);
    expect(await read(next)).toEqual(page);
    expect(page.ids).toEqual([12]);
    expect((await read(page.next)).ids).toEqual([13]);
  });

  it('goes on after what was acknowledged for one who has lost the cursor', async () => {
    await owe(11, 1);
    const { next } = await read();
    await owe(12, 2);
    await read(next);
    expect((await read()).ids).toEqual([12]);
    expect(await states()).toEqual(['11 confirmed 1', '12 owed 1']);
  });

  it('takes an old cursor without harm', async () => {
    await owe(11, 1);
    await owe(12, 2);
    const { cursors, next } = await read();
    await read(next);
    const again = await read(cursors[0]);
    expect(again.ids).toEqual([12]);
    expect(await states()).toEqual(['11 confirmed 1', '12 confirmed 1']);
    await owe(13, 3);
    expect((await read(again.next)).ids).toEqual([13]);
  });

  it('keeps the place where there is nothing new', async () => {
    await owe(11, 1);
    const { next } = await read();
    const empty = await read(next);
    expect(empty).toEqual({ ids: [], cursors: [], next });
  });

  it('shows what commits late, though later ones were shown and acknowledged', async () => {
    const slow = source.createQueryRunner();
    await slow.startTransaction();
    await slow.query('select 1 from cases where id = $1 for update', [toldUuid(1)]);
    await slow.query(
      `insert into deliveries (id, channel, target, case_id, type, payload, created_at, next_attempt_at)
       values ($1, 'webhook', $2, $3, 'case.dispatched', '{}', $4, $4)`,
      [toldUuid(11), WATER, toldUuid(1), NOW],
    );
    await owe(12, 2);
    const early = await read();
    expect(early.ids).toEqual([12]);
    const acknowledged = await read(early.next);
    expect(acknowledged.ids).toEqual([]);
    await slow.commitTransaction();
    await slow.release();
    expect((await read(acknowledged.next)).ids).toEqual([11]);
    expect(await states()).toEqual(['11 owed 1', '12 confirmed 1']);
  });

  it('gives two that ask at once the same page', async () => {
    await owe(11, 1);
    await owe(12, 2);
    const [one, other] = await Promise.all([read(undefined, 1), read(undefined, 1)]);
    expect([one.ids, other.ids]).toEqual([[11], [11]]);
    expect(await states()).toEqual(['11 owed 1', '12 owed 0']);
  });

  it('shows a message again that was replayed', async () => {
    await owe(11, 1);
    const { next } = await read();
    await read(next);
    const again = new SqlDepartmentReplay(source);
    expect(await again.replay(as(toldUuid(11)), GAS, NOW)).toBe('unknown');
    expect(await again.replay(as(toldUuid(11)), WATER, NOW)).toBe('replayed');
    expect(await again.replay(as(toldUuid(11)), WATER, NOW)).toBe('under-way');
    const page = await read(next);
    expect(page.ids).toEqual([11]);
    expect(await states()).toEqual(['11 owed 2']);
    await read(page.next);
    expect(await states()).toEqual(['11 confirmed 2']);
  });

  it('shows what was parked while the department had an address, before what follows in its case', async () => {
    await owe(11, 1, { state: 'parked', attempts: 3 });
    await owe(12, 1);
    const { ids, next } = await read();
    expect(ids).toEqual([11, 12]);
    await read(next);
    expect(await states()).toEqual(['11 confirmed 4', '12 confirmed 1']);
  });

  it.each([
    ['another department’s', () => feed.read(GAS, { limit: 10 }, NOW).then(({ next }) => next)],
    ['one of a feed that has come further', async () => Buffer.from('["water-affairs","99"]').toString('base64url')],
    ['one of another list', async () => Buffer.from('["2026-11-26T00:00:00.000Z","1"]').toString('base64url')],
    ['noise', async () => 'not-a-cursor'],
  ])('refuses a cursor that is %s', async (_, made) => {
    await owe(11, 1);
    await read();
    const cursor = await made();
    await expect(read(cursor)).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
    expect(await states()).toEqual(['11 owed 1']);
  });
});
