import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CityContext, CitySecrets } from '#apps/city/platforms/city-context.js';
import { mountEjiaRest } from '#apps/city/platforms/ejia-rest.js';
import type { EjiaRestDoor, EjiaRestOptions } from '#apps/city/platforms/ejia-rest-door.js';
import type { CityRecord } from '#apps/city/world/city-record.js';
import { InMemoryRecordBook } from '#apps/city/world/record-book.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import { errorOf } from '#test/support/platform-http.js';
import { createAdapter } from '../adapters.js';

const never = new AbortController().signal;
const KEY = '0123456789abcdeffedcba9876543210';

/** The simulated platform with a clock that can be moved, and an adapter for it. */
class Platform {
  now = new Date('2026-11-22T04:00:00Z');
  readonly book = new InMemoryRecordBook(() => this.now);
  readonly app: FastifyInstance = fastify({ forceCloseConnections: true });
  readonly paths: string[] = [];
  readonly bodies: string[] = [];
  door!: EjiaRestDoor;
  base = '';

  static async open(options: EjiaRestOptions = {}): Promise<Platform> {
    const platform = new Platform();
    const context: CityContext = {
      now: () => platform.now,
      random: () => 0.5,
      mischief: () => ({ tooMany: 0, serverError: 0, truncatedBody: 0, repeatedId: 0, unreadableRecord: 0 }),
      categoryCode: () => '道路维修',
      secrets: { ejiaAppId: 'huiliu', ejiaAppSecret: 'sesame-ejia' } as CitySecrets,
    };
    platform.app.addHook('preHandler', async (request) => {
      platform.paths.push(`${request.method} ${request.url.split('?')[0]}`);
      if (typeof request.body === 'string') platform.bodies.push(request.body);
    });
    platform.door = mountEjiaRest(platform.app, platform.book, context, options);
    platform.base = `${await platform.app.listen({ host: '127.0.0.1', port: 0 })}/ejia`;
    for (let n = 0; n < 3; n++) platform.book.restore(record(n));
    return platform;
  }

  adapter(settings: Readonly<Record<string, unknown>> = {}): PlatformAdapter {
    const own = { baseUrl: this.base, appId: 'huiliu', appSecret: 'sesame-ejia' };
    return createAdapter('ejia-rest', { ...own, ...settings }, () => this.now);
  }

  get tokensAsked(): number {
    return this.paths.filter((path) => path === 'POST /ejia/token').length;
  }
}

const record = (n: number): CityRecord => ({
  platform: 'ejia',
  externalId: `F${n}`,
  matterId: `m${n}`,
  reportedAt: new Date('2026-11-22T01:00:00Z'),
  updatedAt: new Date(Date.parse('2026-11-22T02:00:00Z') + n * 1000),
  title: '',
  body: '楼道灯不亮，请帮忙看看。',
  nature: '求助',
  urgency: '一般',
  category: 'E0113',
  place: { address: '望江路 12 号', street: '湖岛街道', community: '望江社区', gridCode: '370203001004007' },
  reporter: { name: '秦女士', phone: '13800001234' },
  withdrawn: false,
  answers: [],
});

const answer = {
  externalId: as<ExternalId>('F1'),
  reference: 'ref-0001',
  kind: 'answer' as const,
  text: '已更换灯泡。',
  department: '物业服务中心',
  at: new Date('2026-11-22T03:30:00Z'),
};

async function pulled(adapter: PlatformAdapter): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of adapter.pull!(undefined, never)) ids.push(...page.records.map(({ externalId }) => externalId));
  return ids.sort();
}

let platform: Platform;
afterEach(() => platform.app.close());

describe('the token of 党群e家', () => {
  it('is bought once for many requests at the same time', async () => {
    platform = await Platform.open();
    const adapter = platform.adapter();
    await Promise.all(Array.from({ length: 8 }, () => adapter.readBack!(answer, never)));
    expect(platform.tokensAsked).toBe(1);
    expect(platform.paths.length).toBe(9);
  });

  it('is renewed before it ends, without a request being refused', async () => {
    platform = await Platform.open({ tokenLife: 600 });
    const adapter = platform.adapter();
    await pulled(adapter);
    platform.now = new Date('2026-11-22T04:09:30Z');
    platform.paths.length = 0;
    expect(await pulled(adapter)).toEqual(['F0', 'F1', 'F2']);
    expect(platform.paths).toEqual(['POST /ejia/token', 'GET /ejia/apis/service/queryServiceList']);
  });

  it('is bought again, once, when the platform has forgotten it', async () => {
    platform = await Platform.open();
    const adapter = platform.adapter();
    await pulled(adapter);
    platform.door.forget();
    const shown = await Promise.all(Array.from({ length: 6 }, () => adapter.readBack!(answer, never)));
    expect(shown.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'absent'));
    expect(platform.tokensAsked).toBe(2);
  });

  it('asks for a person when a new one is refused too', async () => {
    platform = await Platform.open({ tokenLife: -1 });
    const error = await errorOf(pulled(platform.adapter()));
    expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_CREDENTIAL_REFUSED' });
    expect(platform.tokensAsked).toBe(2);
  });
});

describe('what installations of 党群e家 ask for', () => {
  it.each(['md5', 'hmac-sha256', 'hmac-sm3'] as const)('is a signature by %s', async (signature) => {
    platform = await Platform.open({ signature });
    const adapter = platform.adapter({ signature });
    await adapter.pushUpdate!(answer, never);
    expect(await adapter.readBack!(answer, never)).toEqual({ kind: 'shown' });
    const error = await errorOf(pulled(platform.adapter({ signature: signature === 'md5' ? 'hmac-sm3' : 'md5' })));
    expect(error.code).toBe('PLATFORM_CREDENTIAL_REFUSED');
  });

  it('is bodies under SM4', async () => {
    platform = await Platform.open({ bodyKey: KEY });
    const adapter = platform.adapter({ bodyCipher: 'sm4-cbc', bodyKey: KEY });
    expect(await pulled(adapter)).toEqual(['F0', 'F1', 'F2']);
    await adapter.pushUpdate!(answer, never);
    expect(await adapter.readBack!(answer, never)).toEqual({ kind: 'shown' });
    expect(platform.book.find('ejia', 'F1')?.answers[0]).toMatchObject({ text: '已更换灯泡。', final: true });
    for (const body of platform.bodies) expect(body).toMatch(/^\{"encrypted":"[A-Za-z0-9+/=]+"\}$/);
  });

  it('cannot be guessed: another key reads nothing', async () => {
    platform = await Platform.open({ bodyKey: KEY });
    const [first, other] = [platform.adapter({ bodyCipher: 'sm4-cbc', bodyKey: KEY }), 'fedcba98765432100123456789abcdef'];
    await pulled(first);
    const error = await errorOf(pulled(platform.adapter({ bodyCipher: 'sm4-cbc', bodyKey: other })));
    expect(error.code).toBe('PLATFORM_BUSY');
  });

  it.each([
    [{ bodyCipher: 'sm4-cbc' }, 'bodyKey'],
    [{ bodyCipher: 'sm4-cbc', bodyKey: 'sesame' }, 'bodyKey'],
    [{ signature: 'sha1' }, 'signature'],
  ])('is refused when it makes no sense: %j', async (settings, named) => {
    platform = await Platform.open();
    expect(() => platform.adapter(settings)).toThrow(named);
    expect(() => platform.adapter(settings)).not.toThrow('sesame');
  });
});

describe('a look at 党群e家', () => {
  it('says that a platform which counts pages speaks another dialect', async () => {
    platform = await Platform.open();
    for (let n = 3; n < 9; n++) platform.book.restore(record(n));
    const pages = fastify({ forceCloseConnections: true });
    pages.post('/token', async () => ({ code: 200, data: { token: 't' } }));
    pages.get('/apis/service/queryServiceList', async (request) => {
      const start = Number((request.query as { pageStart: string }).pageStart);
      const list = [0, 1].map((n) => ({ serviceId: `F${start * 2 + n}`, updateTime: '2026-11-22 10:00:00' }));
      return { code: 200, data: { count: '9', list } };
    });
    const baseUrl = await pages.listen({ host: '127.0.0.1', port: 0 });
    expect(await platform.adapter({ baseUrl }).check(never)).toMatchObject({ kind: 'fault', actor: 'developer' });
    expect(await platform.adapter().check(never)).toEqual({ kind: 'ok', detail: '可以读取，共 9 条' });
    await pages.close();
  });
});
