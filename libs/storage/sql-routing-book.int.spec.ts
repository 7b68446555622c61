import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { SavedRouter } from '#domain/routing/learned/saved-router.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { createDataSource } from './data-source.js';
import { SqlRoutingBook } from './sql-routing-book.js';

const caseId = (n: number): string => `0190a000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const CASE = (n: number): string => `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
values ('${caseId(n)}', 'HL${n}', 1, 'closed', '2026-11-20T01:00:00Z', '路灯${n}', 'E0113', 'help', 'normal', '{"street":"红桥街道"}', '{}', 'x');
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, source_category, place, grams, places, created_at)
values ('${caseId(n).replace('a000', 'b000')}', 'hotline', 'R${n}', '${caseId(n)}', '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', '路灯', '不亮', 'help', 'normal', 'E0113', '{"system":"s","code":"77"}', '{}', '', '{}', '2026-11-20T01:00:00Z');
`;
const event = (n: number, seq: number, type: string, data: object, at = `2026-11-20T02:00:0${seq}Z`): string => `
insert into case_events (case_id, seq, type, at, actor, data, hash)
values ('${caseId(n)}', ${seq}, '${type}', ${at === 'now' ? 'now()' : `'${at}'`}, 'hub', '${JSON.stringify(data)}', 'x');`;

const router = (cases: number): SavedRouter => ({ version: 1, cases }) as SavedRouter;

describe('SqlRoutingBook', () => {
  let database: TestDatabase;
  let source: DataSource;
  let book: SqlRoutingBook;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    book = new SqlRoutingBook(source);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  it('tells which department was confirmed for a case: each once, and none that returned it afterwards', async () => {
    await source.query(
      [
        ...[1, 2, 3, 4].map(CASE),
        // handled by whom the duty list named
        event(1, 1, 'case.dispatched', { lead: 'lamps', rule: 'duty-list' }),
        event(1, 2, 'case.handled', { department: 'lamps', result: '已修' }),
        // sent by an operator, who was right
        event(2, 3, 'case.dispatched', { lead: 'roads', rule: 'operator' }),
        event(2, 4, 'case.handled', { department: 'roads', result: '已修' }),
        // sent by an operator to one that returned it, then to another
        event(3, 5, 'case.dispatched', { lead: 'parks', rule: 'operator' }),
        event(3, 6, 'case.returned', { department: 'parks', reason: '不属我单位' }),
        event(3, 7, 'case.dispatched', { lead: 'water', rule: 'operator' }),
        // just now: an older one may still be on its way
        event(4, 8, 'case.handled', { department: 'lamps', result: '已修' }, 'now'),
      ].join(''),
    );
    const confirmed = await book.confirmedAfter(undefined, 10);
    expect(confirmed.map(({ department }) => department)).toEqual(['lamps', 'roads', 'water']);
    expect(confirmed[0].subject).toEqual({
      category: 'E0113',
      nature: 'help',
      place: { street: '红桥街道' },
      title: '路灯1',
      body: '不亮',
      channel: 'hotline',
      sourceCategory: { system: 's', code: '77' },
      reportedAt: new Date('2026-11-20T01:00:00Z'),
      returnedBy: [],
    });
    const rest = await book.confirmedAfter(confirmed[1].mark, 10);
    expect(rest.map(({ department }) => department)).toEqual(['water']);
    expect(await book.confirmedAfter(confirmed[2].mark, 10)).toEqual([]);
    expect(await book.confirmedAfter(undefined, 1)).toHaveLength(1);
  });

  it('keeps one router, and of two processes that learned at once the first one’s', async () => {
    expect(await book.newerThan(0)).toBeUndefined();
    expect(await book.keep(0, router(20), 'first')).toBe(true);
    expect(await book.newerThan(0)).toEqual({ version: 1, router: { version: 1, cases: 20 }, mark: 'first' });
    expect(await book.keep(0, router(21), 'late')).toBe(false);
    expect(await book.keep(1, router(40), 'second')).toBe(true);
    expect(await book.newerThan(1)).toEqual({ version: 2, router: { version: 1, cases: 40 }, mark: 'second' });
    expect(await book.newerThan(2)).toBeUndefined();
  });
});
