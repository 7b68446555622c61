import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import type { CityContext, CitySecrets } from '#apps/city/platforms/city-context.js';
import type { CityPlatform, CityRecord, Mischief } from '#apps/city/world/city-record.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { createAdapter } from '../adapters.js';
import type { ContractKind, OpenedPlatform, Settings } from './contract-kind.js';
import { InterferingServer } from './interference.js';
import type { Interference } from './interference.js';
import { ShelfBook } from './shelf-book.js';

/** Every secret of the city is 'sesame-' and its own name, so that a leak is found by one word. */
const SECRETS = new Proxy({}, { get: (_secrets, name) => `sesame-${String(name)}` }) as CitySecrets;

const GOOD_DAY: Mischief = { tooMany: 0, serverError: 0, truncatedBody: 0, repeatedId: 0, unreadableRecord: 0 };

/** A simulated platform that really listens, and the adapter that speaks to it. */
export class Stand {
  now = new Date('2026-11-22T04:00:00Z');
  /** Address of the platform's server. */
  base = '';
  private mischief = GOOD_DAY;
  private seed = 42;
  private opened: OpenedPlatform;
  private readonly spoilt = new Set<string>();

  private constructor(
    readonly name: string,
    readonly kind: ContractKind,
    readonly server: InterferingServer,
    readonly folder: string,
  ) {}

  readonly book = new ShelfBook(() => this.now);
  readonly context: CityContext = {
    now: () => this.now,
    random: () => (this.seed = (this.seed * 16807) % 2147483647) / 2147483647,
    mischief: () => this.mischief,
    categoryCode: () => this.kind.category,
    secrets: SECRETS,
  };

  static async open(name: string, kind: ContractKind): Promise<Stand> {
    const app = fastify({ forceCloseConnections: true, bodyLimit: 64 * 1024 * 1024 });
    const server = new InterferingServer(app, kind.wire);
    const stand = new Stand(name, kind, server, await mkdtemp(join(tmpdir(), 'stand-')));
    stand.opened = await kind.open({ app, folder: stand.folder, book: stand.book, context: stand.context });
    stand.base = await server.listen();
    return stand;
  }

  async close(): Promise<void> {
    await this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  get platform(): CityPlatform {
    return this.kind.platform;
  }

  /** Settings that let the hub in. */
  get settings(): Settings {
    return this.opened.settings(this.base);
  }

  /** A new adapter, as after a restart of the hub. */
  adapter(settings: Settings = {}): PlatformAdapter {
    return createAdapter(this.name, { ...this.settings, ...settings }, () => this.now, this.opened.board);
  }

  /** Settings for pages of this size, or of the smallest size the kind allows. */
  pages(size: number): Settings {
    const most = Math.max(size, this.kind.smallestPage ?? 1);
    return this.kind.pages?.(most) ?? { pageSize: most };
  }

  behave(mischief: Partial<Mischief>): void {
    this.mischief = { ...GOOD_DAY, ...mischief };
  }

  interfere(interference: Interference): void {
    this.server.interfere(interference);
  }

  pusher(hubUrl: string): { push(): Promise<number> } {
    if (!this.opened.pusher) throw new Error(`${this.name} receives, so its file in kinds/ must give a pusher`);
    return this.opened.pusher(hubUrl);
  }

  /** Paths of the files that the hub has not read yet. */
  async files(): Promise<readonly string[]> {
    return (await this.opened.files?.()) ?? [];
  }

  get raw(): OpenedPlatform['raw'] {
    return this.opened.raw;
  }

  /** Lets the platform do what it does between requests; files it wrote are spoilt like answers are. */
  async turn(): Promise<void> {
    await this.opened.turn?.();
    for (const path of await this.files()) {
      if (this.spoilt.has(path)) continue;
      this.spoilt.add(path);
      const bytes = await readFile(path);
      const changed = this.server.changed(bytes);
      if (changed !== bytes) await writeFile(path, changed);
    }
  }

  /** Puts records on the platform and lets it take notice. */
  async put(...records: readonly CityRecord[]): Promise<void> {
    this.book.put(...records);
    await this.turn();
  }

  /** A record of this platform; the n-th changed n seconds after the first, in the morning of the stand's day. */
  record(n: number, change: Partial<CityRecord> = {}): CityRecord {
    const at = new Date(Date.parse('2026-11-22T00:00:00Z') + n * 1000);
    return {
      platform: this.platform,
      externalId: `20261122${String(n).padStart(6, '0')}`,
      matterId: `m${n}`,
      reportedAt: new Date('2026-11-21T23:30:00Z'),
      updatedAt: at,
      title: '望江路路面塌陷',
      body: '望江路 12 号门前的路面塌了一块，晚上骑车很危险，希望尽快修补。',
      nature: '投诉',
      urgency: '紧急',
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

  records(count: number, change: Partial<CityRecord> = {}): CityRecord[] {
    return Array.from({ length: count }, (_, n) => this.record(n, change));
  }

  /** The hub's id of the n-th record. */
  id(n: number): string {
    return this.idOf(this.record(n));
  }

  ids(count: number): string[] {
    return this.records(count)
      .map((record) => this.idOf(record))
      .sort();
  }

  private idOf(record: CityRecord): string {
    return this.kind.idOf?.(record) ?? record.externalId;
  }
}
