import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { createDataSource } from './data-source.js';
import { PublishedUpdateList } from './reading/published-update-list.js';
import { SqlPublishedUpdates } from './sql-published-updates.js';

class MovingClock extends Clock {
  at = new Date('2026-11-20T02:00:00.700Z');
  override now(): Date {
    return this.at;
  }
}

const CASE = '0190a000-0000-7000-8000-000000000001';
const SEED = `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
values ('${CASE}', 'HL1', 1, 'handling', '2026-11-20T01:00:00Z', 't', 'E0113', 'help', 'normal', '{}', '{}', 'x');
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
values ('0190a000-0000-7000-8000-0000000000a1', 'fms', 'R1', '${CASE}', '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', 't', 'b', 'help', 'normal', 'E0113', '{}', '', '{}', '2026-11-20T01:00:00Z');
`;

const FMS = as<PlatformId>('fms');
const ALWAYS = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z'), limit: 10, offset: 0 };

const update = (reference: string, change: Partial<PlatformUpdate> = {}): PlatformUpdate => ({
  externalId: as<ExternalId>('R1'),
  reference,
  kind: 'progress',
  text: '已派人前往',
  department: '城市管理局',
  at: new Date('2026-11-20T01:30:00Z'),
  ...change,
});

describe('published updates', () => {
  const clock = new MovingClock();
  let database: TestDatabase;
  let source: DataSource;
  let published: SqlPublishedUpdates;
  let list: PublishedUpdateList;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    await source.query(SEED);
    published = new SqlPublishedUpdates(source, clock);
    list = new PublishedUpdateList(source);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  it('are put up once a reference, at the second they appear, with where the case stands then', async () => {
    expect(await published.isShown(FMS, 'ref-1')).toBe(false);
    expect(await published.publish(FMS, update('ref-1'))).toBe(true);
    clock.at = new Date('2026-11-20T03:00:00Z');
    await source.query(`update cases set status = 'handled'`);
    expect(await published.publish(FMS, update('ref-1', { text: '另一句话' }))).toBe(true);
    expect(await published.publish(FMS, update('ref-2', { kind: 'answer', text: '已修补' }))).toBe(true);
    expect(await published.isShown(FMS, 'ref-1')).toBe(true);
    expect(await list.between(FMS, ALWAYS)).toEqual([
      {
        reference: 'ref-1',
        externalId: 'R1',
        kind: 'progress',
        text: '已派人前往',
        department: '城市管理局',
        caseStatus: 'handling',
        publishedAt: new Date('2026-11-20T02:00:00Z'),
      },
      expect.objectContaining({ reference: 'ref-2', kind: 'answer', caseStatus: 'handled', publishedAt: clock.at }),
    ]);
    expect(await list.answeredAt(FMS, 'R1')).toEqual(clock.at);
    expect(await list.answeredAt(FMS, 'R2')).toBeUndefined();
  });

  it('are refused for a report that the platform never made, and shown to no other platform', async () => {
    expect(await published.publish(FMS, update('ref-3', { externalId: as<ExternalId>('R2') }))).toBe(false);
    expect(await published.publish(as<PlatformId>('other'), update('ref-4'))).toBe(false);
    expect(await published.isShown(as<PlatformId>('other'), 'ref-1')).toBe(false);
    expect(await list.between(as<PlatformId>('other'), ALWAYS)).toEqual([]);
  });

  it('are found from one second to another, both included', async () => {
    const at = new Date('2026-11-20T02:00:00Z');
    expect((await list.between(FMS, { ...ALWAYS, from: at, to: at })).map(({ reference }) => reference)).toEqual(['ref-1']);
    expect((await list.between(FMS, { ...ALWAYS, limit: 1, offset: 1 })).map(({ reference }) => reference)).toEqual(['ref-2']);
  });
});
