import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { createDataSource } from '../data-source.js';
import { unmappedCodes } from './unmapped-codes.js';

/** Six reports: two of one unknown code, one that tells no code, one of a known code, one taken back, one of another platform. */
const SEED = `
create temporary table made (platform text, external_id text, category text, source jsonb, withdrawn timestamptz, report_id uuid, case_id uuid);
insert into made select v.*, gen_random_uuid(), gen_random_uuid() from (values
  ('hotline', '1', 'UNCLASSIFIED', '{"system": "hotline@1", "code": "0417", "name": "党建"}'::jsonb, null::timestamptz),
  ('hotline', '2', 'UNCLASSIFIED', '{"system": "hotline@1", "code": "0417", "name": "党建"}', null),
  ('hotline', '3', 'UNCLASSIFIED', null, null),
  ('hotline', '4', 'E0113', '{"system": "hotline@1", "code": "0101"}', null),
  ('hotline', '5', 'UNCLASSIFIED', '{"system": "hotline@1", "code": "0999"}', '2026-11-20T00:00:00Z'),
  ('urban', '6', 'UNCLASSIFIED', '{"system": "cjt-214@old", "code": "E2120"}', null)) v;
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
  select case_id, external_id, 1, 'handling', '2026-11-20T00:00:00Z', 't', category, 'help', 'normal', '{}', '{}', 'x' from made;
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, source_category, withdrawn_at, place, grams, places, created_at)
  select report_id, platform, external_id, case_id, timestamptz '2026-11-20T00:00:00Z' + external_id::int * interval '1 hour', '2026-11-20T00:00:00Z',
    't', 'b', 'help', 'normal', category, source, withdrawn, '{}', '', '{}', '2026-11-20T00:00:00Z' from made;
`;

describe('the codes that no mapping table knows', () => {
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

  it('are listed by platform with their reports, the most frequent first', async () => {
    expect(await unmappedCodes(source)).toEqual([
      {
        platform: 'hotline',
        system: 'hotline@1',
        code: '0417',
        name: '党建',
        reports: 2,
        last: new Date('2026-11-20T02:00:00Z'),
      },
      { platform: 'hotline', system: '', code: '', name: '', reports: 1, last: new Date('2026-11-20T03:00:00Z') },
      { platform: 'urban', system: 'cjt-214@old', code: 'E2120', name: '', reports: 1, last: new Date('2026-11-20T06:00:00Z') },
    ]);
  });
});
