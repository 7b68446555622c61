import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OperatorError } from '#domain/errors.js';
import { Collected, collect } from '../contract/collect.js';
import { open311Kind } from '../contract/kinds/open311.js';
import { Stand } from '../contract/stand.js';

const DAY = 24 * 60 * 60 * 1000;
const never = new AbortController().signal;
const REREAD = { rereadEverySeconds: 0 };
const VARIANTS = [
  ['chicago', 'json'],
  ['chicago', 'xml'],
  ['standard', 'json'],
  ['standard', 'xml'],
] as const;

const open: Stand[] = [];

async function openCity(dialect: 'chicago' | 'standard', format: 'json' | 'xml' = 'json', mostRows?: number): Promise<Stand> {
  const stand = await Stand.open('open311', open311Kind({ dialect, format, mostRows }));
  open.push(stand);
  return stand;
}

afterEach(async () => {
  for (const stand of open.splice(0)) await stand.close();
});

/** Records made and changed some milliseconds apart, the last one an hour before the stand's now. */
function spread(stand: Stand, count: number, apartMs: number) {
  const last = stand.now.getTime() - 3_600_000;
  return stand.records(count).map((record, n) => {
    const at = new Date(last - (count - 1 - n) * apartMs);
    return { ...record, reportedAt: at, updatedAt: at };
  });
}

describe.each(VARIANTS)('a city that speaks %s in %s', (dialect, format) => {
  it('gives every request once, in pages of ours', async () => {
    const stand = await openCity(dialect, format);
    await stand.put(...spread(stand, 37, 60_000));
    const got = await collect(stand.adapter({ pageSize: 10 }));
    expect(got.ids).toEqual(stand.ids(37));
    expect(got.versionCount).toBe(37);
    expect(got.largestPage).toBeGreaterThan(4);
    expect(got.largestPage).toBeLessThanOrEqual(10);
  });

  it('loses nothing when a pull ends after any page, also within requests of the same second', async () => {
    const stand = await openCity(dialect, format);
    const at = new Date('2026-11-22T01:00:00Z');
    const apart = spread(stand, 10, 60_000);
    await stand.put(...apart.map((record, n) => (n % 2 === 0 ? { ...record, reportedAt: at, updatedAt: at } : record)));
    const whole = await collect(stand.adapter({ ...REREAD, pageSize: 3 }));
    expect(whole.ids).toEqual(stand.ids(10));
    for (let pages = 1; pages <= whole.cursors.length; pages++) {
      const split = new Collected();
      for await (const page of stand.adapter({ ...REREAD, pageSize: 3 }).pull!(undefined, never)) {
        split.keep(page);
        if (split.cursors.length === pages) break;
      }
      await collect(stand.adapter({ ...REREAD, pageSize: 3 }), split.cursors.at(-1), split);
      expect([pages, split.ids]).toEqual([pages, stand.ids(10)]);
    }
  });

  it('finds a request that appears late, and sees again one of two months ago whose status has changed', async () => {
    const stand = await openCity(dialect, format);
    const old = new Date(stand.now.getTime() - 60 * DAY);
    const settings = { ...REREAD, beginAt: '2026-09-01' };
    await stand.put(stand.record(0, { reportedAt: old, updatedAt: old }), ...spread(stand, 5, 60_000).slice(1));
    const got = await collect(stand.adapter(settings));
    const late = new Date(stand.now.getTime() - 3_600_000 - 30_000);
    await stand.put(stand.record(5, { reportedAt: late, updatedAt: late }));
    stand.book.touch(stand.record(0).externalId, {
      answers: [{ reference: 'r', final: true, text: '已换灯泡。', department: '城市管理局', at: stand.now }],
    });
    await collect(stand.adapter(settings), got.cursors.at(-1), got);
    expect(got.ids).toEqual(stand.ids(6));
    expect(Buffer.from(got.newest(stand.id(0))).toString()).toMatch(/closed/);
    expect(Buffer.from(got.newest(stand.id(0))).toString()).toContain('已换灯泡。');
  });

  it('keeps what it does not know, and takes nothing back that is only gone from the list', async () => {
    const stand = await openCity(dialect, format);
    await stand.put(...spread(stand, 3, 60_000));
    stand.interfere({ record: (record) => ({ ...record, priority_2027: '加急' }) });
    const got = await collect(stand.adapter(REREAD));
    expect(stand.adapter().fields!(got.newest(stand.id(1)))).toMatchObject({ priority_2027: '加急', status: 'open' });
    stand.interfere({ record: (record) => (record.service_request_id === stand.id(1) ? undefined : record) });
    const after = await collect(stand.adapter(REREAD), got.cursors.at(-1));
    expect(after.ids.map((id) => stand.adapter().map(after.newest(id)).kind)).not.toContain('withdrawal');
  });

  it('tells who a request without a number is, and sees it once it has one though newer ones have come', async () => {
    const stand = await openCity(dialect, format);
    const records = spread(stand, 6, 600_000);
    await stand.put(...records);
    stand.interfere({
      record: ({ service_request_id, ...rest }) =>
        service_request_id === stand.id(1) ? { ...rest, token: 'tk-77' } : { ...rest, service_request_id },
    });
    const waiting = new Collected();
    const faults: unknown[] = [];
    for await (const page of stand.adapter().pull!(undefined, never)) {
      waiting.keep(page);
      faults.push(...page.unreadable.flatMap((piece) => piece.faults));
    }
    expect(waiting.ids).toEqual([0, 2, 3, 4, 5].map((n) => stand.id(n)));
    expect(faults).toEqual([{ field: 'service_request_id', message: '平台尚未编号，只给了受理凭证（token）' }]);
    stand.interfere({});
    await collect(stand.adapter(), waiting.cursors.at(-1), waiting);
    expect(waiting.ids).toEqual(stand.ids(6));
  });

  it('counts what changed within a span at the city itself', async () => {
    const stand = await openCity(dialect, format);
    await stand.put(...spread(stand, 10, DAY));
    stand.book.touch(stand.record(2).externalId);
    const span = { day: '2026-11-22', from: new Date('2026-11-21T16:00:00Z'), before: new Date('2026-11-22T16:00:00Z') };
    const counted: string[] = [];
    for await (const page of stand.adapter({ pageSize: 4 }).count!(span as never, never)) {
      counted.push(...page.records.map(({ externalId }) => externalId));
    }
    expect([...new Set(counted)].sort()).toEqual([stand.id(2), stand.id(9)]);
  });

  it('refuses a body that expands entities, breaks off or is another document', async () => {
    const stand = await openCity(dialect, format);
    const list = '<service_requests><request><service_request_id>1</service_request_id></request></service_requests>';
    const bodies = [
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${list.replace('1', '&b;')}`,
      list.slice(0, 60),
      '[{"service_request_id":"1"',
      '<html><body>Wartung</body></html>',
      '{"message":"ok"}',
      '',
    ];
    for (const body of bodies) {
      stand.interfere({ answer: () => ({ status: 200, body }) });
      const pulled = stand.adapter().pull!(undefined, never)[Symbol.asyncIterator]().next();
      await expect(pulled).rejects.toMatchObject({ name: 'TransientError', code: 'PLATFORM_BODY_BROKEN' });
    }
  });

  it('takes a list of errors for what it is, also under 200', async () => {
    const stand = await openCity(dialect, format);
    const errors = (code: number, description: string): string =>
      format === 'json'
        ? JSON.stringify([{ code, description }])
        : `<errors><error><code>${code}</code><description>${description}</description></error></errors>`;
    const outcomes = [
      [200, 403, 'PLATFORM_CREDENTIAL_REFUSED'],
      [200, 429, 'PLATFORM_RATE_LIMITED'],
      [200, 500, 'PLATFORM_BUSY'],
      [200, 400, 'PLATFORM_REQUEST_REFUSED'],
      [400, 400, 'PLATFORM_REQUEST_REFUSED'],
      [404, 404, 'PLATFORM_ADDRESS_WRONG'],
    ] as const;
    for (const [status, code, expected] of outcomes) {
      stand.interfere({ answer: () => ({ status, body: errors(code, 'jurisdiction_id was not found') }) });
      const pulled = stand.adapter({ jurisdictionId: 'nowhere.example' }).pull!(undefined, never)[Symbol.asyncIterator]().next();
      await expect(pulled).rejects.toMatchObject({ code: expected });
    }
  });
});

describe('the bare standard', () => {
  it('asks in windows of 90 days at most, and for the jurisdiction', async () => {
    const stand = await openCity('standard');
    await stand.put(stand.record(0, { reportedAt: new Date('2024-03-05T06:07:08Z') }), stand.record(1));
    const got = await collect(stand.adapter({ beginAt: '2024-01-01', jurisdictionId: 'city.example' }));
    expect(got.ids).toEqual(stand.ids(2));
    expect(got.failures).toEqual([]);
    expect(stand.server.addresses.length).toBe(12);
    expect(stand.server.addresses.every((address) => address.includes('jurisdiction_id=city.example'))).toBe(true);
  });

  it('notices that the city cuts its list at 1,000, and reads it in parts', async () => {
    const stand = await openCity('standard');
    await stand.put(...spread(stand, 2500, 60_000));
    const got = await collect(stand.adapter({ beginAt: '2026-11-01' }));
    expect(got.ids).toEqual(stand.ids(2500));
    expect(stand.server.requests).toBeLessThanOrEqual(12);
  });

  it('notices a lower limit that nobody told it of', async () => {
    const stand = await openCity('standard', 'json', 50);
    await stand.put(...spread(stand, 333, 60_000));
    const got = await collect(stand.adapter({ beginAt: '2026-11-01' }));
    expect(got.ids).toEqual(stand.ids(333));
  });

  it('stops before a second of which the city keeps something back, and keeps what lies before it', async () => {
    const stand = await openCity('standard', 'json', 30);
    const crowded = { reportedAt: new Date('2026-11-22T01:00:00Z') };
    await stand.put(...stand.records(31, crowded), stand.record(40, { reportedAt: new Date('2026-11-22T00:10:00Z') }));
    const got = new Collected();
    await expect(collect(stand.adapter({ rowLimit: 30 }), undefined, got)).rejects.toMatchObject({
      name: 'OperatorError',
      code: 'PLATFORM_LIST_TRUNCATED',
    });
    expect(got.ids).toEqual([stand.id(40)]);
    await expect(collect(stand.adapter({ rowLimit: 30 }), got.cursors.at(-1))).rejects.toBeInstanceOf(OperatorError);
  });

  it('reads known requests again when it is time, not before, and goes on after an interruption', async () => {
    const stand = await openCity('standard');
    await stand.put(...spread(stand, 40, DAY / 2));
    const settings = { rereadEverySeconds: 600, beginAt: '2026-11-01', pageSize: 5 };
    const first = await collect(stand.adapter(settings));
    stand.now = new Date(stand.now.getTime() + 599_000);
    expect((await collect(stand.adapter(settings), first.cursors.at(-1))).ids).toEqual([stand.id(39)]);
    stand.now = new Date(stand.now.getTime() + 2000);
    const again = new Collected();
    for await (const page of stand.adapter({ ...settings, rowLimit: 15 }).pull!(first.cursors.at(-1), never)) {
      again.keep(page);
      if (again.ids.length > 12) break;
    }
    expect(again.ids.length).toBeLessThan(40);
    await collect(stand.adapter({ ...settings, rowLimit: 15 }), again.cursors.at(-1), again);
    expect(again.ids).toEqual(stand.ids(40));
    expect((await collect(stand.adapter(settings), again.cursors.at(-1))).ids).toEqual([stand.id(39)]);
  });

  it('ends with a city that gives the same full list whatever it is asked', async () => {
    const stand = await openCity('standard', 'json', 10);
    await stand.put(...spread(stand, 10, 60_000));
    const bytes = Buffer.from(await (await fetch(`${stand.base}/open311/requests.json`)).arrayBuffer());
    stand.interfere({ answer: () => ({ status: 200, body: bytes }) });
    const pull = collect(stand.adapter({ rowLimit: 10, beginAt: '2025-01-01' }));
    await expect(pull).rejects.toMatchObject({ code: 'PLATFORM_CURSOR_LOOP' });
    expect(stand.server.requests).toBeLessThan(10);
  });
});

describe('what a city can do', () => {
  it('is written back to only where it takes updates', async () => {
    const stand = await openCity('chicago');
    const mute = stand.adapter({ updates: 'none' });
    expect(mute.describe().capabilities).toEqual(['pull', 'count']);
    expect([mute.pushUpdate, mute.readBack]).toEqual([undefined, undefined]);
    expect(stand.adapter().describe().capabilities).toEqual(['pull', 'count', 'push-update']);
  });

  it('is read without a key where none is needed, and asks for one where it is', async () => {
    const stand = await openCity('chicago');
    await stand.put(stand.record(0));
    const { apiKey: _key, ...rest } = stand.settings;
    const keyless = { ...rest, updates: 'none', keyForReading: 'none', apiKey: undefined };
    expect((await collect(stand.adapter(keyless))).ids).toEqual([stand.id(0)]);
    expect(() => stand.adapter({ apiKey: undefined })).toThrow(/apiKey/);
  });

  it('shows the key in no error though the standard puts it into the address', async () => {
    const stand = await openCity('chicago');
    const parameter = { keyForReading: 'parameter', apiKey: 'open-sesame' };
    const errors: unknown[] = [];
    for (const settings of [parameter, { ...parameter, baseUrl: 'http://127.0.0.1:9' }]) {
      const pulled = stand.adapter(settings).pull!(undefined, never)[Symbol.asyncIterator]().next();
      errors.push(await pulled.catch((thrown: unknown) => thrown));
    }
    expect(stand.server.addresses[0]).toContain('api_key=open-sesame');
    expect(errors).toMatchObject([{ code: 'PLATFORM_CREDENTIAL_REFUSED' }, { code: 'PLATFORM_UNREACHABLE' }]);
    expect(inspect(errors, { depth: 8 })).not.toContain('sesame');
  });

  it('says how many services there are and that answers can be written', async () => {
    const stand = await openCity('standard', 'xml');
    await stand.put(stand.record(0));
    expect(await stand.adapter().check(never)).toEqual({ kind: 'ok', detail: '可以读取，共 1 类服务，可以回写' });
    const locked = await stand.adapter({ keyForReading: 'none' }).check(never);
    expect(locked).toMatchObject({ kind: 'fault', actor: 'operator', code: 'PLATFORM_CREDENTIAL_REFUSED' });
  });
});
