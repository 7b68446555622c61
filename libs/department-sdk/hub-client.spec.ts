import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubClient } from './hub-client.js';
import { HubRefusal, HubUnavailable } from './hub-problem.js';
import { verifyWebhook } from './verify-webhook.js';

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const TAKEN: Reply = { status: 200, body: { number: 'HL1', status: 'handling', version: 5, outcome: 'accepted' } };

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
interface Received {
  readonly path?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A hub that answers what it was told to, in turn; "gone" breaks the connection. */
let server: Server;
let replies: (Reply | 'gone')[];
let received: Received[];
let waits: number[];
const client = (secret = SECRET) =>
  new HubClient({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    department: 'water-affairs',
    secret,
    waitsMs: [100, 200, 400],
    pause: async (ms) => void waits.push(ms),
  });

beforeEach(async () => {
  [replies, received, waits] = [[], [], []];
  server = createServer(async (request, response) => {
    received.push({ path: request.url, headers: request.headers, body: await buffer(request) });
    const reply = replies.shift() ?? TAKEN;
    if (reply === 'gone') return void request.socket.destroy();
    response.writeHead(reply.status, reply.headers).end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));

const bodies = () => received.map(({ body }) => JSON.parse(body.toString('utf8')) as unknown);

describe('calling the hub', () => {
  const until = new Date('2026-12-01T00:00:00Z');
  it.each([
    ['sign', (hub: HubClient) => hub.sign('HL1'), {}],
    ['progress', (hub: HubClient) => hub.progress('HL1', { note: '已到现场' }), { note: '已到现场' }],
    ['return', (hub: HubClient) => hub.return('HL1', { reason: '不归我们' }), { reason: '不归我们' }],
    ['hand-in', (hub: HubClient) => hub.handIn('HL1', { result: '已修复' }), { result: '已修复' }],
    [
      'request-extension',
      (hub: HubClient) => hub.requestExtension('HL1', { reason: '等料', until }),
      { reason: '等料', until: '2026-12-01T00:00:00.000Z' },
    ],
    [
      'request-suspension',
      (hub: HubClient) => hub.requestSuspension('HL1', { reason: '结冰', until }),
      { reason: '结冰', until: '2026-12-01T00:00:00.000Z' },
    ],
    ['check-in', (hub: HubClient) => hub.checkIn('HL1', { whistle: 2 }), { whistle: 2 }],
    [
      'report-commitment',
      (hub: HubClient) => hub.reportCommitment('HL1', { commitment: 1, note: '在办' }),
      { commitment: 1, note: '在办' },
    ],
    [
      'keep-commitment',
      (hub: HubClient) => hub.keepCommitment('HL1', { commitment: 1, note: '办结' }),
      { commitment: 1, note: '办结' },
    ],
  ])('says %s, signed', async (command, say, fields) => {
    const answer = await say(client());

    expect(answer).toEqual({ number: 'HL1', status: 'handling', version: 5, isRepeat: false });
    expect(bodies()).toEqual([{ command, ...fields }]);
    const [{ path, headers, body }] = received;
    expect(path).toBe('/department/v1/cases/HL1/commands');
    expect(headers['x-department']).toBe('water-affairs');
    expect(verifyWebhook(headers, body, [SECRET])).toMatchObject({ kind: 'verified', id: headers['webhook-id'] });
  });

  it('signs with a private ed25519 key as well', async () => {
    // The pair of RFC 8032, section 7.1, test 1.
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString('base64');
    const known = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64');

    await client(`whsk_${seed}`).sign('HL1');

    const [{ headers, body }] = received;
    expect(verifyWebhook(headers, body, [`whpk_${known}`])).toMatchObject({ kind: 'verified' });
  });

  it('sends the version that was seen, and the id it was given', async () => {
    await client().sign('HL1', { id: 'wh-1-sign', version: 4 });

    expect(bodies()).toEqual([{ command: 'sign', version: 4 }]);
    expect(received[0].headers['webhook-id']).toBe('wh-1-sign');
  });

  it('says when the hub had it before', async () => {
    replies = [{ ...TAKEN, headers: { 'idempotent-replayed': 'true' } }];

    expect(await client().sign('HL1')).toMatchObject({ isRepeat: true });
  });
});

describe('a hub in trouble', () => {
  it('is told the same under the same id until it takes it', async () => {
    replies = ['gone', { status: 503 }, { status: 429 }];

    expect(await client().sign('HL1')).toMatchObject({ version: 5 });

    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(received.map(({ body }) => body.toString('utf8'))).size).toBe(1);
    expect(received).toHaveLength(4);
    expect(waits.map((ms) => Math.floor(ms / 100))).toEqual([1, 2, 4]);
  });

  it('is given the time it asks for', async () => {
    replies = [
      { status: 503, headers: { 'retry-after': '7' } },
      { status: 429, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() } },
      { status: 503, headers: { 'retry-after': '999999' } },
    ];

    await client().sign('HL1');

    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThan(50_000);
    expect(waits[1]).toBeLessThanOrEqual(60_000);
    expect(waits[2]).toBe(300_000);
  });

  it('is given up after the last try, with the id to say it again under', async () => {
    replies = ['gone', 'gone', 'gone', { status: 502, body: 'Bad Gateway' }];

    const thrown = await client()
      .sign('HL1', { id: 'wh-1' })
      .catch((error: unknown) => error);

    expect(thrown).toBeInstanceOf(HubUnavailable);
    expect(thrown).toMatchObject({ id: 'wh-1', tries: 4, cause: { status: 502, code: 'HTTP_502', detail: 'Bad Gateway' } });
  });
});

describe('a refusal', () => {
  it('is thrown at once, with what would be legal', async () => {
    replies = [
      {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
        body: {
          code: 'CASE_MOVE_ILLEGAL',
          detail: 'a case that is handled cannot be signed',
          caseStatus: 'handled',
          version: 9,
          legal: 'rework close',
        },
      },
    ];

    const thrown = await client()
      .sign('HL1')
      .catch((error: unknown) => error);

    expect(thrown).toBeInstanceOf(HubRefusal);
    expect(thrown).toMatchObject({
      status: 409,
      code: 'CASE_MOVE_ILLEGAL',
      caseStatus: 'handled',
      version: 9,
      legal: ['rework', 'close'],
    });
    expect(received).toHaveLength(1);
  });

  it('is a redirect, too: signed words are not carried elsewhere', async () => {
    replies = [{ status: 307, headers: { location: 'http://127.0.0.1:9/' } }];

    await expect(client().sign('HL1')).rejects.toMatchObject({ name: 'HubRefusal', code: 'HTTP_307', legal: [] });
  });
});
