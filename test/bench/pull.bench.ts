import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Table from 'cli-table3';
import { createAdapter } from '#adapters/adapters.js';
import type { PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { PageToStage, StagedPage } from '#domain/ports/record-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { Platforms } from '#domain/ports/platforms.js';
import type { Platform } from '#domain/ports/platforms.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { WatchSchema } from '#pipeline/watch-schema.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import type { DataSource } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { SqlSchemaBook } from '#storage/sql-schema-book.js';
import type { ProfileLine } from './cpu-profile.js';
import { profiled } from './cpu-profile.js';
import { MillionOrders } from './million-orders.js';

const RECORDS = 1_000_000;
const PROFILED_RECORDS = 100_000;
const WARM_UP_RECORDS = 50_000;
const PAGE_SIZE = 500;
/** Pages between two looks at the heap, each after a full collection. */
const PAGES_BETWEEN_LOOKS = 200;
const PROFILE_LINES = 12;
const MEGABYTE = 1024 * 1024;

interface Pull {
  readonly records: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** Megabytes in use after a collection, at each look. */
  readonly heap: readonly number[];
  /** Between the smallest and the largest look. */
  readonly heapGrowthMegabytes: number;
}

interface Measured extends Pull {
  readonly staged: number;
  readonly profile: readonly ProfileLine[];
  readonly statements: readonly { readonly statement: string; readonly seconds: number; readonly calls: number }[];
}

const clock: Clock = { now: () => new Date() };

class QuietDoorbell extends Doorbell {
  override async ring(): Promise<void> {}

  override async answers(): Promise<boolean> {
    return true;
  }
}

class OnePlatform extends Platforms {
  constructor(private readonly platform: Platform) {
    super();
  }

  override all(): readonly Platform[] {
    return [this.platform];
  }

  override find(): Platform {
    return this.platform;
  }
}

/** The inbox of the hub, which looks at the heap now and then. */
class WatchedStore extends SqlRecordStore {
  readonly heap: number[] = [];
  private pages = 0;

  override async stage(page: PageToStage): Promise<StagedPage> {
    const staged = await super.stage(page);
    if (++this.pages % PAGES_BETWEEN_LOOKS === 0) this.heap.push(await heapAfterCollection());
    return staged;
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The first collection finds what is dead, the second what hung on it: buffers outside the heap go one turn later. */
async function heapAfterCollection(): Promise<number> {
  collect();
  await turn();
  collect();
  await turn();
  const { heapUsed, external } = process.memoryUsage();
  return round((heapUsed + external) / MEGABYTE);
}

/**
 * A million records of one simulated hotline, a process of its own, pulled by the real use case with the real adapter into
 * the inbox on durable PostgreSQL, in pages of 500.
 */
export async function pull({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  const settings = { shared_preload_libraries: 'pg_stat_statements' };
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), settings });
  const source = createDataSource({ url: await createDatabase(postgres.url, 'pull'), poolSize: 4 });
  try {
    await openDatabase(source);
    const measured = await measure(source);
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(measured)}\n`);
  } finally {
    await source.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(source: DataSource): Promise<Measured> {
  await source.query('create extension if not exists pg_stat_statements');
  await pullOnce(source, 'warm-up', WARM_UP_RECORDS);
  await source.query('select pg_stat_statements_reset()');
  const whole = await pullOnce(source, 'hotline', RECORDS);
  const statements = await source.query<{ statement: string; seconds: number; calls: string }[]>(TOP_STATEMENTS);
  const [{ staged }] = await source.query<{ staged: string }[]>(
    `select count(*) as staged from records where platform = 'hotline'`,
  );
  const { profile } = await profiled(() => pullOnce(source, 'profiled', PROFILED_RECORDS));
  return {
    ...whole,
    staged: Number(staged),
    profile: profile.slice(0, PROFILE_LINES),
    statements: statements.map((row) => ({ ...row, calls: Number(row.calls) })),
  };
}

/** Pulls a platform of so many records, nobody has seen before, to its end. */
async function pullOnce(source: DataSource, platform: string, records: number): Promise<Pull> {
  const id = platform as PlatformId;
  const city = await MillionOrders.start(records);
  try {
    const adapter = createAdapter('hotline', { baseUrl: city.url, apiKey: 'bench', pageSize: PAGE_SIZE });
    const store = new WatchedStore(source, clock);
    const schema = new WatchSchema(new SqlSchemaBook(source), clock, () => undefined);
    const platforms = new OnePlatform({ id, title: '热线', pullEverySeconds: 60, adapter });
    const use = new PullPlatform(platforms, store, new QuietDoorbell(), clock, schema);
    const begun = performance.now();
    const { staged } = await use.pull(id, new AbortController().signal);
    const seconds = (performance.now() - begun) / 1000;
    if (staged !== records) throw new Error(`${staged} of ${records} records were staged`);
    const { heap } = store;
    return {
      records,
      seconds: round(seconds),
      recordsPerSecond: Math.round(records / seconds),
      heap,
      heapGrowthMegabytes: heap.length === 0 ? 0 : round(Math.max(...heap) - Math.min(...heap)),
    };
  } finally {
    await city.stop();
  }
}

const TOP_STATEMENTS = `select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as statement, round((total_exec_time / 1000)::numeric, 2)::float as seconds, calls
  from pg_stat_statements order by total_exec_time desc limit 6`;

const round = (value: number): number => Math.round(value * 100) / 100;

function printed(measured: Measured): string {
  const figures = new Table({ head: ['records', 'seconds', 'records/s', 'heap growth MB', 'heap MB at the looks'] });
  const { records, seconds, recordsPerSecond, heapGrowthMegabytes, heap } = measured;
  figures.push([records, seconds, recordsPerSecond, heapGrowthMegabytes, heap.join(' ')]);
  const profile = new Table({ head: ['where this process spent its time', 'share'] });
  for (const { where, share } of measured.profile) profile.push([where, `${(share * 100).toFixed(1)} %`]);
  const statements = new Table({ head: ['statement', 'seconds', 'calls'] });
  for (const { statement, seconds: spent, calls } of measured.statements) statements.push([statement, spent, calls]);
  return [figures, profile, statements].map(String).join('\n');
}
