import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { CityContext, CitySecrets } from '#apps/city/platforms/city-context.js';
import { EjiaDrop } from '#apps/city/platforms/ejia.js';
import { GridPusher } from '#apps/city/platforms/grid-pusher.js';
import { mountGrid } from '#apps/city/platforms/grid.js';
import { mountHotline } from '#apps/city/platforms/hotline.js';
import { mountPortal } from '#apps/city/platforms/portal.js';
import { mountUrban } from '#apps/city/platforms/urban.js';
import type { CityPlatform, CityRecord, Mischief } from '#apps/city/world/city-record.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { createAdapter } from '../adapters.js';
import { ShelfBook } from './shelf-book.js';

const SECRETS: CitySecrets = {
  hotlineApiKey: 'sesame-hotline',
  portalAppCode: 'huiliu',
  portalSecret: 'sesame-portal',
  urbanToken: 'sesame-urban',
  gridAppKey: 'huiliu',
  gridPushSecret: 'sesame-grid-push',
  gridKey: 'huiliu',
  gridSecret: 'sesame-grid',
};

const GOOD_DAY: Mischief = { tooMany: 0, serverError: 0, truncatedBody: 0, repeatedId: 0, unreadableRecord: 0 };

/** Category codes of one invented category, E0113, in each code system. */
const CODES: Readonly<Record<string, string>> = {
  'hotline-taxonomy@1': '城乡建设/城市建设和市政管理/市政设施',
  'portal-domain@1': '市政设施',
  'cjt-214@old': 'E0106',
  'gb-30428@2': 'E0113',
  'ejia-service@1': '道路维修',
};

type Settings = Readonly<Record<string, unknown>>;

/** Which platform of the city speaks which kind, and the settings that let the hub in. */
const KINDS: Readonly<Record<string, { platform: CityPlatform; settings: (base: string, dropDir: string) => Settings }>> = {
  hotline: { platform: 'hotline', settings: (base) => ({ baseUrl: `${base}/hotline`, apiKey: SECRETS.hotlineApiKey }) },
  portal: {
    platform: 'portal',
    settings: (base) => ({ baseUrl: `${base}/portal`, appCode: SECRETS.portalAppCode, secret: SECRETS.portalSecret }),
  },
  'urban-soap': { platform: 'urban', settings: (base) => ({ baseUrl: `${base}/urban`, token: SECRETS.urbanToken }) },
  'grid-push': {
    platform: 'grid',
    settings: (base) => ({
      baseUrl: `${base}/grid`,
      appKey: SECRETS.gridAppKey,
      pushSecret: SECRETS.gridPushSecret,
      key: SECRETS.gridKey,
      secret: SECRETS.gridSecret,
    }),
  },
  'file-drop': { platform: 'ejia', settings: (_base, dropDir) => ({ dropDir }) },
};

/** A simulated platform that really listens, and the adapter that speaks to it. */
export class Stand {
  /** Requests that reached the platform. */
  requests = 0;
  now = new Date('2026-11-22T04:00:00Z');
  private mischief = GOOD_DAY;
  private seed = 42;

  private constructor(
    readonly kind: string,
    private readonly app: FastifyInstance,
    readonly dropDir: string,
    private base = '',
  ) {}

  readonly book = new ShelfBook(() => this.now);
  readonly context: CityContext = {
    now: () => this.now,
    random: () => (this.seed = (this.seed * 16807) % 2147483647) / 2147483647,
    mischief: () => this.mischief,
    categoryCode: (system) => CODES[system] ?? '',
    secrets: SECRETS,
  };
  private readonly drop = new EjiaDrop(this.book, this.context, { dropDir: this.dropDir });

  static async open(kind: string): Promise<Stand> {
    const stand = new Stand(kind, fastify({ forceCloseConnections: true }), await mkdtemp(join(tmpdir(), 'stand-')));
    stand.app.addHook('onRequest', async () => {
      stand.requests++;
    });
    for (const mount of [mountHotline, mountPortal, mountUrban, mountGrid]) mount(stand.app, stand.book, stand.context);
    await stand.drop.open();
    stand.base = await stand.app.listen({ host: '127.0.0.1', port: 0 });
    return stand;
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.dropDir, { recursive: true, force: true });
  }

  get platform(): CityPlatform {
    return KINDS[this.kind].platform;
  }

  /** A new adapter, as after a restart of the hub. */
  adapter(settings: Settings = {}): PlatformAdapter {
    return createAdapter(this.kind, { ...KINDS[this.kind].settings(this.base, this.dropDir), ...settings }, () => this.now);
  }

  behave(mischief: Partial<Mischief>): void {
    this.mischief = { ...GOOD_DAY, ...mischief };
  }

  pusher(hubUrl: string): GridPusher {
    return new GridPusher(this.book, this.context, { hubUrl, pushAgain: 0 });
  }

  /** Lets the platform do what it does between requests: it writes its files and takes its answers. */
  async turn(): Promise<void> {
    if (this.platform !== 'ejia') return;
    await this.drop.takeIn();
    while ((await this.drop.writeOut()) > 0);
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

  records(count: number): CityRecord[] {
    return Array.from({ length: count }, (_, n) => this.record(n));
  }
}
