import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { TEST_SEAL } from '#test/support/test-seal.js';
import { createDataSource } from '../data-source.js';
import type { RequestFilter } from './asked-requests.js';
import { AskedRequests } from './asked-requests.js';

/** 20,000 requests of one client, one every ten minutes, each third of them closed, and as many of a platform beside it. */
const SEED = `
insert into pages (platform, received_at, day, pulled, unchanged) values ('fms', '2026-11-20T00:00:00Z', '2026-11-20', 40000, 0);
create temporary table made as
  select p.platform, n, gen_random_uuid() as case_id, gen_random_uuid() as report_id, timestamptz '2026-11-20T00:00:00Z' - n * interval '10 minutes' as at
  from generate_series(1, 20000) n cross join unnest(array['fms', 'hotline']) p(platform);
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
  select case_id, platform || n, 1, case when n % 3 = 0 then 'closed' else 'handling' end, at, 't', 'E0113', 'help', 'normal', '{}', '{}', 'x' from made;
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, source_category, place, grams, places, created_at)
  select report_id, platform, 'R' || n, case_id, at, at, 't', 'b', 'help', 'normal', 'E0113', jsonb_build_object('code', case when n % 2 = 0 then 'E0113' else 'P0120' end), '{}', '', '{}', at from made;
insert into records (page_id, platform, external_id, day, received_at, bytes, outcome, report_id)
  select 1, platform, 'R' || n, '2026-11-20', at, '{}', 'opened', report_id from made;
insert into case_events select case_id, 1, 'case.opened', at, 'hub', '{}', 'x' from made;
analyze cases, reports, records, case_events, case_clocks;
`;

const FMS = [as<PlatformId>('fms')];
const ALL: RequestFilter = {
  from: new Date('2026-08-22T00:00:00Z'),
  to: new Date('2026-11-20T00:00:00Z'),
  limit: 1000,
  offset: 0,
};

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

describe('the list of requests', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 1 });
    await source.initialize();
    await source.query(SEED);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  /** The plan by which PostgreSQL answers a question. */
  const planOf = async (question: (requests: AskedRequests) => Promise<unknown>): Promise<Plan[]> => {
    let plan: Plan | undefined;
    const explaining = {
      query: async (sql: string, parameters: unknown[]) => {
        const [row] = await source.query<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(`explain (format json) ${sql}`, parameters);
        plan = row['QUERY PLAN'][0].Plan;
        return [];
      },
    };
    await question(new AskedRequests(explaining as unknown as DataSource, TEST_SEAL));
    return nodes(plan!);
  };

  it('gives a page of a client’s requests of a time, newest first', async () => {
    const page = await new AskedRequests(source, TEST_SEAL).list(FMS, { ...ALL, limit: 3, offset: 2 });
    expect(page.map(({ externalId, status }) => [externalId, status])).toEqual([
      ['R3', 'closed'],
      ['R4', 'handling'],
      ['R5', 'handling'],
    ]);
    expect(await new AskedRequests(source, TEST_SEAL).list(FMS, ALL)).toHaveLength(1000);
  });

  it('keeps what has another status or another service out', async () => {
    const filter: RequestFilter = { ...ALL, statuses: ['closed'], services: ['E0113'], limit: 3 };
    const page = await new AskedRequests(source, TEST_SEAL).list(FMS, filter);
    expect(page.map(({ externalId }) => externalId)).toEqual(['R6', 'R12', 'R18']);
  });

  it.each([
    ['a list', (requests: AskedRequests) => requests.list(FMS, ALL)],
    [
      'a list of one status and service',
      (requests: AskedRequests) => requests.list(FMS, { ...ALL, statuses: ['closed'], services: ['E0113'] }),
    ],
    ['named requests', (requests: AskedRequests) => requests.byIds(FMS, ['R1', 'R20000'])],
  ])('reads neither reports nor records from end to end for %s', async (_what, question) => {
    const plan = await planOf(question);
    const scanned = plan.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
    // a thousand cases out of this few are found fastest by reading them all; clocks there are none
    expect(scanned.filter((table) => table !== 'cases' && table !== 'case_clocks')).toEqual([]);
    expect(plan.map((node) => node['Relation Name'])).toEqual(expect.arrayContaining(['reports', 'records', 'case_events']));
  });

  it('finds the newest by their own index', async () => {
    const plan = await planOf((requests) => requests.list(FMS, ALL));
    expect(plan.map((node) => node['Index Name'])).toContain('reports_by_asking');
  });
});
