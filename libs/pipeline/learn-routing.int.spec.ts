import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { UNCLASSIFIED } from '#domain/report/report.js';
import type { Route } from '#domain/routing/route.js';
import { createDataSource } from '#storage/data-source.js';
import { SqlRoutingBook } from '#storage/sql-routing-book.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import type { MatchedReport } from './batch.js';
import { ConfiguredCity } from './configured-city.js';
import { LearnRouting } from './learn-routing.js';
import { routeNewCases } from './steps/route.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), { CITY_URL: 'http://127.0.0.1:1' });

/** So many cases of one code of a platform's own, a minute apart, all handled by one department. */
const HANDLED = `
with n as (select n, ('0190a000-0000-7000-8000-' || lpad(($1::int + n)::text, 12, '0'))::uuid as id from generate_series(1, $2::int) n),
c as (insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
  select id, 'HL' || id, 1, 'closed', '2026-01-01', '', '${UNCLASSIFIED}', 'help', 'normal', '{"street":"红桥街道"}', '{}', 'x' from n),
r as (insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, source_category, place, grams, places, created_at)
  select id, 'hotline', id::text, id, timestamptz '2026-01-01' + ($1::int + n) * interval '1 minute', now(), '', '', 'help', 'normal', '${UNCLASSIFIED}',
    jsonb_build_object('system', 's', 'code', $3::text), '{}', '', '{}', now() from n)
insert into case_events (case_id, seq, type, at, actor, data, hash)
  select id, 1, 'case.handled', timestamptz '2026-01-01' + ($1::int + n) * interval '1 minute', 'hub', jsonb_build_object('department', $4::text, 'result', ''), 'x' from n`;

describe('LearnRouting', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
  });
  beforeEach(() => emptyTables(source, ['learned_routing', 'cases']));
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const process = (): { city: ConfiguredCity; learning: LearnRouting } => {
    const city = new ConfiguredCity(reference, 1000);
    return { city, learning: new LearnRouting(new SqlRoutingBook(source), city) };
  };
  const routeOf = (city: ConfiguredCity, code: string): Route | undefined => {
    const facts = {
      category: UNCLASSIFIED,
      nature: 'help',
      place: { street: '红桥街道' },
      title: '',
      body: '',
      platform: 'hotline',
    };
    const report = { ...facts, sourceCategory: { system: 's', code }, reportedAt: new Date('2026-02-01T00:00:00Z') };
    return routeNewCases([{ report, caseId: 'c', decision: { kind: 'new' } } as unknown as MatchedReport], city)[0].route;
  };

  it('waits for twenty confirmed cases, and offers what it learned before it may decide', async () => {
    const { city, learning } = process();
    await source.query(HANDLED, [0, 19, '77', 'water-affairs']);
    await learning.learnWhenDue();
    expect(routeOf(city, '77')).toMatchObject({ kind: 'held', candidates: [] });
    await source.query(HANDLED, [100, 11, '88', 'housing-construction']);
    await learning.learnWhenDue();
    const held = routeOf(city, '77');
    expect(held?.kind).toBe('held');
    expect(held?.candidates.map(({ department }) => department)).toEqual(['water-affairs', 'housing-construction']);
    expect(held?.candidates[0].because).toContain('件由其办理');
  });

  it('decides where the duty list does not, once its record allows it, in every process, and goes on where it stopped', async () => {
    const [first, second] = [process(), process()];
    await source.query(HANDLED, [0, 150, '77', 'water-affairs']);
    await source.query(HANDLED, [1000, 150, '88', '区住建局']);
    await first.learning.learnWhenDue();
    await second.learning.refresh();
    for (const { city } of [first, second]) {
      expect(routeOf(city, '77')).toMatchObject({ kind: 'routed', rule: 'learned', lead: 'water-affairs' });
      expect(routeOf(city, '88')).toMatchObject({ kind: 'routed', rule: 'learned', lead: 'housing-construction' });
    }
    await source.query(HANDLED, [2000, 40, '99', 'ecology-environment']);
    await second.learning.learnWhenDue();
    const [{ version }] = await source.query<{ version: string }[]>('select version from learned_routing');
    expect(version).toBe('2');
    const asked = routeOf(second.city, '99');
    expect(asked?.candidates[0]).toMatchObject({ department: 'ecology-environment' });
  });
});
