import { describe } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { PlatformId, RecordId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { freshDatabase } from '#test/support/database.js';
import { MemoryRecordStore } from '#test/support/memory-record-store.js';
import { recordStoreLaws } from './record-store-laws.js';
import type { OpenedStore } from './record-store-laws.js';

class SetClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return this.at;
  }

  set(at: Date): void {
    this.at = at;
  }
}

async function openInMemory(): Promise<OpenedStore> {
  const clock = new SetClock(new Date(0));
  const store = new MemoryRecordStore(clock);
  return {
    store,
    setNow: (now) => clock.set(now),
    kept: async (platform) =>
      store.inOrder(platform).map(({ externalId, bytes }) => [externalId, Buffer.from(bytes).toString('utf8')]),
    quarantined: async () => store.quarantined(),
    close: async () => undefined,
  };
}

async function openInPostgres(): Promise<OpenedStore> {
  const database = await freshDatabase();
  const source = createDataSource({ url: database.url, poolSize: 2 });
  await openDatabase(source);
  const clock = new SetClock(new Date(0));
  return {
    store: new SqlRecordStore(source, clock),
    setNow: (now) => clock.set(now),
    kept: async (platform: PlatformId) => {
      const rows = await source.query<{ external_id: string; bytes: Buffer }[]>(
        'select external_id, bytes from records where platform = $1 order by id',
        [platform],
      );
      return rows.map(({ external_id: externalId, bytes }) => [externalId, bytes.toString('utf8')] as const);
    },
    quarantined: async () => {
      const rows = await source.query<{ id: string }[]>(`select id from records where outcome = 'quarantined' order by id`);
      return rows.map(({ id }) => as<RecordId>(id));
    },
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}

describe('the inbox in memory', () => recordStoreLaws(openInMemory));
describe('the inbox in PostgreSQL', () => recordStoreLaws(openInPostgres));
