import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';
import { createAdapter } from '#adapters/adapters.js';
import type { CityContext, CitySecrets } from '#apps/city/platforms/city-context.js';
import { EjiaDrop } from '#apps/city/platforms/ejia.js';
import { mountHotline } from '#apps/city/platforms/hotline.js';
import { mountPortal } from '#apps/city/platforms/portal.js';
import { mountUrban } from '#apps/city/platforms/urban.js';
import type { CityPlatform, CityRecord } from '#apps/city/world/city-record.js';
import { InMemoryRecordBook } from '#apps/city/world/record-book.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { ReconcilePlatform } from '#pipeline/reconcile-platform.js';
import { WatchSchema } from '#pipeline/watch-schema.js';
import type { DataSource } from '#storage/data-source.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { SqlReconcileBook } from '#storage/sql-reconcile-book.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { SqlSchemaBook } from '#storage/sql-schema-book.js';
import type { TestDatabase } from './database.js';
import { freshDatabase } from './database.js';
import { HeardDoorbell } from './heard-doorbell.js';

/** The platforms that are mounted here ask for these; the city has more. */
const SECRETS = {
  hotlineApiKey: 'sesame-hotline',
  portalAppCode: 'huiliu',
  portalSecret: 'sesame-portal',
  urbanToken: 'sesame-urban',
};
const QUIET = { tooMany: 0, serverError: 0, truncatedBody: 0, repeatedId: 0, unreadableRecord: 0 };

/** Kinds that can be counted, and which platform of the city speaks them. */
export const COUNTED = { hotline: 'hotline', portal: 'portal', 'urban-soap': 'urban', 'file-drop': 'ejia' } as const;
export type CountedKind = keyof typeof COUNTED;

const SETTINGS: Readonly<Record<CountedKind, (base: string, dropDir: string) => Record<string, unknown>>> = {
  hotline: (base) => ({ baseUrl: `${base}/hotline`, apiKey: SECRETS.hotlineApiKey }),
  portal: (base) => ({ baseUrl: `${base}/portal`, appCode: SECRETS.portalAppCode, secret: SECRETS.portalSecret }),
  'urban-soap': (base) => ({ baseUrl: `${base}/urban`, token: SECRETS.urbanToken }),
  'file-drop': (_base, dropDir) => ({ dropDir }),
};

class SettableClock extends Clock {
  at = new Date('2026-11-22T04:00:00Z');
  override now(): Date {
    return this.at;
  }
}

class OnePlatform extends Platforms {
  constructor(readonly one: Platform) {
    super();
  }
  override all(): readonly Platform[] {
    return [this.one];
  }
  override find(id: PlatformId): Platform | undefined {
    return id === this.one.id ? this.one : undefined;
  }
}

/** One simulated platform over real HTTP or files, and what of the hub stands at its boundary, over a real database. */
export class Boundary {
  readonly clock = new SettableClock();
  readonly doorbell = new HeardDoorbell();
  readonly told: { facts: Readonly<Record<string, unknown>>; sentence: string }[] = [];
  readonly id = as<PlatformId>('source');
  readonly app: FastifyInstance = fastify({ forceCloseConnections: true });
  readonly records = new InMemoryRecordBook(() => this.clock.at);

  private constructor(
    readonly kind: CountedKind,
    readonly database: TestDatabase,
    readonly source: DataSource,
    private readonly dropDir: string,
  ) {}

  readonly context: CityContext = {
    now: () => this.clock.at,
    random: () => 0.5,
    mischief: () => QUIET,
    categoryCode: () => '路面',
    secrets: SECRETS as CitySecrets,
  };
  private readonly drop = new EjiaDrop(this.records, this.context, { dropDir: this.dropDir });

  /** `prepare` may add hooks to the platform's server, so that it says something else than it should. */
  static async open(
    kind: CountedKind,
    settings: Record<string, unknown> = {},
    prepare: (app: FastifyInstance) => void = () => undefined,
  ): Promise<Boundary> {
    const database = await freshDatabase();
    const source = createDataSource({ url: database.url, poolSize: 3 });
    await openDatabase(source);
    const boundary = new Boundary(kind, database, source, await mkdtemp(join(tmpdir(), 'boundary-')));
    prepare(boundary.app);
    for (const mount of [mountHotline, mountPortal, mountUrban]) mount(boundary.app, boundary.records, boundary.context);
    await boundary.drop.open();
    boundary.url = await boundary.app.listen({ host: '127.0.0.1', port: 0 });
    const adapter = createAdapter(
      kind,
      { ...SETTINGS[kind](boundary.url, boundary.dropDir), ...settings },
      () => boundary.clock.at,
    );
    boundary.platforms = new OnePlatform({ id: boundary.id, title: '来源平台', pullEverySeconds: 60, adapter });
    return boundary;
  }

  platforms!: OnePlatform;
  /** Address of the city's server. */
  url = '';
  readonly tell = (facts: Readonly<Record<string, unknown>>, sentence: string): void => {
    this.told.push({ facts, sentence });
  };

  get inbox(): SqlRecordStore {
    return new SqlRecordStore(this.source, this.clock);
  }

  get comparisons(): SqlReconcileBook {
    return new SqlReconcileBook(this.source, this.clock);
  }

  get schemas(): SqlSchemaBook {
    return new SqlSchemaBook(this.source);
  }

  /** Puts records on the platform's shelf; of a kind that drops files, into a file written at their newest change. */
  async publish(...records: readonly CityRecord[]): Promise<void> {
    for (const record of records) this.records.restore(record);
    if (this.kind !== 'file-drop') return;
    const before = await readdir(join(this.dropDir, 'out'));
    await this.drop.writeOut();
    const writtenAt = new Date(Math.max(...records.map(({ updatedAt }) => updatedAt.getTime())));
    const names = (await readdir(join(this.dropDir, 'out'))).filter((name) => name.endsWith('.csv') && !before.includes(name));
    for (const name of names) await utimes(join(this.dropDir, 'out', name), writtenAt, writtenAt);
  }

  private readonly watch = new WatchSchema(this.schemas, this.clock, this.tell);

  pull(): Promise<unknown> {
    const pull = new PullPlatform(this.platforms, this.inbox, this.doorbell, this.clock, this.watch);
    return pull.pull(this.id, new AbortController().signal);
  }

  reconcile(days?: number): ReturnType<ReconcilePlatform['reconcile']> {
    const { platforms, inbox, comparisons, doorbell, clock } = this;
    const use = new ReconcilePlatform(platforms, inbox, comparisons, doorbell, clock, this.tell);
    return use.reconcile(this.id, new AbortController().signal, days);
  }

  /** A record that changed at an instant. */
  record(externalId: string, changedAt: string, change: Partial<CityRecord> = {}): CityRecord {
    return {
      platform: COUNTED[this.kind] satisfies CityPlatform,
      externalId,
      matterId: externalId,
      reportedAt: new Date('2026-11-19T23:30:00Z'),
      updatedAt: new Date(changedAt),
      title: '望江路路面塌陷',
      body: '望江路 12 号门前的路面塌了一块，晚上骑车很危险。',
      nature: '投诉',
      urgency: '一般',
      category: 'E0113',
      place: {
        address: '望江路 12 号',
        street: '湖岛街道',
        community: '望江社区',
        gridCode: '370203001004007',
        longitude: 120.385,
        latitude: 36.102,
      },
      reporter: { name: '秦女士', phone: '13800001234' },
      withdrawn: false,
      answers: [],
      ...change,
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.source.destroy();
    await this.database.drop();
    await rm(this.dropDir, { recursive: true, force: true });
  }
}
