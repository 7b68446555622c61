import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource, QueryRunner } from 'typeorm';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import { tellCases, toldUuid } from '#test/support/told-cases.js';
import { createDataSource } from './data-source.js';
import { SqlDepartmentFeed } from './sql-department-feed.js';

const WATER = as<DepartmentId>('water-affairs');
const NOW = new Date('2026-11-26T00:00:00Z');
const CASES = [1, 2, 3];

const ofCase = fc.constantFrom(...CASES);
const limit = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('owe' as const), ofCase }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('begin' as const), ofCase }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('commit' as const), ofCase }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roll back' as const), ofCase }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('read' as const), limit }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read and crash' as const), limit }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('acknowledge one' as const), limit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget the cursor' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask with an old cursor' as const), limit }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A hub that owes messages in transactions of any length, a department that fetches them, and what both should know. */
class Exchange {
  private ids = 100;
  private after: string | undefined;
  private readonly open = new Map<number, { readonly runner: QueryRunner; readonly ids: number[] }>();
  /** By case, what was committed, in order. */
  readonly committed = new Map<number, number[]>(CASES.map((number) => [number, []]));
  /** What the feed has shown, in order, with the cursor of each. */
  readonly shown: { readonly id: number; readonly cursor: string }[] = [];
  /** How many of `shown` were acknowledged. */
  private acknowledged = 0;

  constructor(
    private readonly source: DataSource,
    private readonly feed: SqlDepartmentFeed,
  ) {}

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'owe':
        if (!this.open.has(step.ofCase)) await this.owe(step.ofCase);
        return;
      case 'begin':
        return this.begin(step.ofCase);
      case 'commit':
        return this.end(step.ofCase, true);
      case 'roll back':
        return this.end(step.ofCase, false);
      case 'read':
        this.after = await this.read(this.after, step.limit);
        return;
      case 'read and crash':
        await this.read(this.after, step.limit);
        return;
      case 'acknowledge one':
        if (this.acknowledged < this.shown.length) this.after = await this.read(this.shown[this.acknowledged].cursor, step.limit);
        return;
      case 'forget the cursor':
        this.after = undefined;
        return;
      case 'ask with an old cursor':
        if (this.shown.length > 0) await this.read(this.shown[0].cursor, step.limit);
    }
  }

  /** Everything is committed, and the department asks until it is told nothing new. */
  async finish(): Promise<void> {
    for (const number of CASES) await this.end(number, true);
    for (let before = -1; before !== this.shown.length || this.acknowledged < this.shown.length;) {
      before = this.shown.length;
      this.after = await this.read(this.after, 3);
    }
  }

  async confirmed(): Promise<number[]> {
    const rows = await this.source.query<{ id: string }[]>(`select id from deliveries where state = 'confirmed'`);
    return rows.map(({ id }) => Number(id.slice(-4))).sort((one, other) => one - other);
  }

  get acknowledgedIds(): number[] {
    return this.shown
      .slice(0, this.acknowledged)
      .map(({ id }) => id)
      .sort((one, other) => one - other);
  }

  private async owe(number: number): Promise<void> {
    this.committed.get(number)?.push(await this.insert(this.source, number));
  }

  /** As every writer of a case does, it holds the case's row until it ends. */
  private async begin(number: number): Promise<void> {
    if (!this.open.has(number)) {
      const runner = this.source.createQueryRunner();
      await runner.startTransaction();
      await runner.query('select 1 from cases where id = $1 for update', [toldUuid(number)]);
      this.open.set(number, { runner, ids: [] });
    }
    const transaction = this.open.get(number)!;
    transaction.ids.push(await this.insert(transaction.runner, number));
  }

  private async end(number: number, isGood: boolean): Promise<void> {
    const transaction = this.open.get(number);
    if (!transaction) return;
    this.open.delete(number);
    await (isGood ? transaction.runner.commitTransaction() : transaction.runner.rollbackTransaction());
    await transaction.runner.release();
    if (isGood) this.committed.get(number)?.push(...transaction.ids);
  }

  private async insert(by: Pick<DataSource, 'query'>, number: number): Promise<number> {
    const id = (this.ids += 1);
    await by.query(
      `insert into deliveries (id, channel, target, case_id, type, payload, created_at, next_attempt_at)
       values ($1, 'webhook', $2, $3, 'case.dispatched', '{}', $4, $4)`,
      [toldUuid(id), WATER, toldUuid(number), NOW],
    );
    return id;
  }

  private async read(after: string | undefined, most: number): Promise<string> {
    const { items, next } = await this.feed.read(WATER, { after, limit: most }, NOW);
    const page = items.map(({ id, cursor }) => ({ id: Number(id.slice(-4)), cursor }));
    const from = after === undefined ? this.acknowledged : this.shown.findIndex(({ cursor }) => cursor === after) + 1;
    this.acknowledged = Math.max(this.acknowledged, from);
    const known = this.shown.slice(from, from + most);
    expect(page.slice(0, known.length)).toEqual(known);
    if (known.length === 0) this.shown.push(...page);
    else expect(page).toHaveLength(known.length);
    return next;
  }
}

describe('the feed of a department, whatever is owed, fetched and lost in between', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = await createDataSource({ url: database.url, poolSize: 6 }).initialize();
    await tellCases(
      source,
      CASES.map((id) => ({ id })),
    );
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('shows every message, in order per case, and confirms exactly those that were acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await emptyTables(source, ['department_feeds', 'deliveries']);
        const exchange = new Exchange(source, new SqlDepartmentFeed(source));
        try {
          for (const one of steps) {
            await exchange.take(one);
            expect(await exchange.confirmed()).toEqual(exchange.acknowledgedIds);
          }
        } finally {
          await exchange.finish();
        }
        const shown = exchange.shown.map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
        for (const ids of exchange.committed.values()) expect(shown.filter((id) => ids.includes(id))).toEqual(ids);
        expect(await exchange.confirmed()).toEqual([...exchange.committed.values()].flat().sort((one, other) => one - other));
      }),
      { numRuns: 60, seed: 20261126 },
    );
  }, 400_000);
});
