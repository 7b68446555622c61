import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { CaseId } from '#domain/ids.js';
import { WatchHot } from '#pipeline/watch-hot.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import type { DataSource } from './data-source.js';
import { createDataSource } from './data-source.js';
import { HotIssueList } from './reading/hot-issue-list.js';
import { SqlHotBook } from './sql-hot-book.js';

const uuid = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const HOT = as<CaseId>(uuid(1));
const QUIET = as<CaseId>(uuid(2));
const NOON = new Date('2026-11-20T04:00:00Z');
const hours = (count: number): number => count * 3_600_000;

describe('hot issues in PostgreSQL', () => {
  const clock = { at: NOON, now: () => clock.at };
  let database: TestDatabase;
  let source: DataSource;
  let watch: WatchHot;
  let reports = 100;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    watch = new WatchHot(new SqlHotBook(source), clock);
    await open(HOT, 'HL1', '望江路积水');
    await open(QUIET, 'HL2', '路灯不亮');
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  async function open(id: CaseId, number: string, title: string): Promise<void> {
    await source.query(
      `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
       values ($1, $2, 1, 'dispatched', $3, $4, 'E0506', 'complaint', 'normal', '{"address":"望江路12号"}', '{}', '')`,
      [id, number, NOON, title],
    );
  }

  /** Reports that open or join a case, some minutes apart, the last of them just now. */
  async function report(id: CaseId, count: number, relation = 'same-matter'): Promise<void> {
    for (let nth = count - 1; nth >= 0; nth -= 1) {
      const [reportId, at] = [uuid((reports += 1)), new Date(clock.at.getTime() - nth * 60_000)];
      await source.query(
        `insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
         values ($1, 'hotline', $1::uuid::text, $2, $3, $3, '望江路又积水了', '', 'complaint', 'normal', 'E0506', '{}', '', '{}', $3)`,
        [reportId, id, at],
      );
      await source.query('insert into report_links (report_id, case_id, relation, linked_at) values ($1, $2, $3, $4)', [
        reportId,
        id,
        relation,
        at,
      ]);
    }
  }

  const raised = async (): Promise<string[]> =>
    (await new HotIssueList(source).page({ limit: 20 })).items.map(({ number }) => number);

  it('raises a case that grows, once, and again only after it has cooled', async () => {
    await report(HOT, 1, 'opened');
    await report(QUIET, 1, 'opened');
    await report(HOT, 7);
    await report(QUIET, 2);

    await watch.watch();
    clock.at = new Date(NOON.getTime() + hours(1));
    await report(HOT, 6);
    await watch.watch();

    expect(await raised()).toEqual(['HL1']);
    const { items } = await new HotIssueList(source).page({ limit: 20 });
    expect(items[0]).toMatchObject({ recent: 8, expected: 1, reports: 14, place: { address: '望江路12号' } });
    expect(items[0].newest).toHaveLength(10);
    expect(await source.query('select count(*)::int as raised from hot_issues')).toEqual([{ raised: 1 }]);

    clock.at = new Date(NOON.getTime() + hours(48));
    await watch.watch();
    expect(await raised()).toEqual([]);

    await report(HOT, 40);
    await watch.watch();
    expect(await raised()).toEqual(['HL1']);
    expect(await source.query('select count(*)::int as raised from hot_issues')).toEqual([{ raised: 2 }]);
  });

  it('lets a closed case rest, and looks at no withdrawn report', async () => {
    await source.query('update cases set closed_at = $1 where id = $2', [clock.at, HOT]);
    await report(QUIET, 12);
    await source.query('update reports set withdrawn_at = $1 where case_id = $2', [clock.at, QUIET]);

    await watch.watch();

    expect(await raised()).toEqual([]);
  });
});
