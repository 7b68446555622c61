import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { DueTarget, TakenDelivery } from '#domain/ports/delivery-store.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import { createDataSource } from './data-source.js';
import { SqlDeliveryStore } from './sql-delivery-store.js';

const CASES = ['0190a000-0000-7000-8000-0000000000a1', '0190a000-0000-7000-8000-0000000000a2'] as const;
const NOW = new Date('2026-11-20T04:00:00Z');
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
const water: DueTarget = { channel: 'webhook', target: 'water' };
const gas: DueTarget = { channel: 'webhook', target: 'gas' };

const idOf = (number: number): string => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const numbersOf = (taken: readonly TakenDelivery[]): number[] => taken.map(({ id }) => Number(id.slice(-4))).sort();

describe('the messages we owe', () => {
  let database: TestDatabase;
  let source: DataSource;
  let store: SqlDeliveryStore;

  beforeAll(async () => {
    database = await freshDatabase();
    source = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
    store = new SqlDeliveryStore(source);
  });
  beforeEach(async () => {
    await emptyTables(source, ['deliveries', 'cases']);
    for (const [index, id] of CASES.entries()) {
      await source.query(
        `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
         values ($1, $2, 1, 'handling', '2026-11-20T01:00:00Z', 't', 'E0113', 'help', 'normal', '{}', '{}', 'x')`,
        [id, `HL${index}`],
      );
    }
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  async function owe(
    number: number,
    target: string,
    ofCase: 0 | 1,
    more: { state?: string; nextAt?: Date; attempts?: number } = {},
  ) {
    await source.query(
      `insert into deliveries (id, channel, target, case_id, type, payload, state, created_at, attempts, next_attempt_at)
       values ($1, 'webhook', $2, $3, 'case.dispatched', '{}', $4, $5, $6, $7)`,
      [idOf(number), target, CASES[ofCase], more.state ?? 'owed', NOW, more.attempts ?? 0, more.nextAt ?? NOW],
    );
  }
  const logged = (number: number, attempt: number) =>
    source.query(`insert into delivery_attempts values ($1, $2, $3, 5, 'failed', 500, 'HTTP 500', null)`, [
      idOf(number),
      attempt,
      NOW,
    ]);

  it('are taken one a case, those of many targets asked for in one breath each to its own', async () => {
    await owe(1, 'water', 0);
    await owe(2, 'water', 0);
    await owe(3, 'water', 1);
    await owe(4, 'gas', 0);
    const taken = await Promise.all([water, gas, water].map((target) => store.take(target, NOW, minutes(1), 10)));
    expect(taken.map(numbersOf)).toEqual([[1, 3], [4], []]);
    expect(taken[0].every(({ attempts, wasUnknown }) => attempts === 0 && !wasUnknown)).toBe(true);
  });

  it('are never more than were asked for, the oldest first', async () => {
    await owe(1, 'water', 0);
    await owe(2, 'water', 1);
    expect(numbersOf(await store.take(water, NOW, minutes(1), 1))).toEqual([1]);
  });

  it.each(['owed', 'parked'])('wait behind one of their case that is %s', async (state) => {
    await owe(1, 'water', 0, { state, nextAt: minutes(5) });
    await owe(2, 'water', 0);
    expect(await store.take(water, NOW, minutes(1), 10)).toEqual([]);
  });

  it('name their targets once each, while something of theirs is due', async () => {
    for (const number of [1, 2, 3]) await owe(number, 'water', 0);
    await owe(4, 'gas', 0, { nextAt: minutes(5) });
    await owe(5, 'heat', 1, { state: 'confirmed' });
    await owe(6, 'roads', 1);
    expect(await store.dueTargets(NOW)).toEqual([
      { channel: 'webhook', target: 'roads' },
      { channel: 'webhook', target: 'water' },
    ]);
    expect(await store.dueTargets(minutes(5))).toHaveLength(3);
  });

  it('are hastened when their target is back, but for one that is under way', async () => {
    await owe(1, 'water', 0, { nextAt: minutes(300), attempts: 4 });
    await logged(1, 4);
    await owe(2, 'water', 1, { nextAt: minutes(1), attempts: 2 });
    await logged(2, 1);
    await owe(3, 'gas', 1, { nextAt: minutes(300), attempts: 1 });
    await logged(3, 1);
    await store.hasten(water, NOW);
    expect(numbersOf(await store.take(water, NOW, minutes(1), 10))).toEqual([1]);
    expect(await store.take(gas, NOW, minutes(1), 10)).toEqual([]);
  });
});
