import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubClient } from './hub-client.js';
import type { PullOptions } from './pull-events.js';

const KEY = 'hlk_0123456789abcdef_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGk';
const closed = (number: string) => ({
  type: 'case.closed',
  timestamp: '2026-11-26T00:00:00.000Z',
  data: { caseNumber: number, version: 9, because: '市民满意' },
});
const item = (id: string) => ({ id, cursor: `c-${id}`, event: closed(id) });

/** A hub that answers with what it is given, in turn; after that there is nothing new. */
let server: Server;
let pages: { items: object[]; next: string }[];
let asked: string[];
let authorizations: (string | undefined)[];
let stop: AbortController;
const client = (options: object = { key: KEY }) =>
  new HubClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, waitsMs: [], ...options });

beforeEach(async () => {
  [pages, asked, authorizations, stop] = [[], [], [], new AbortController()];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    authorizations.push(request.headers.authorization);
    const page = pages.shift();
    if (page === undefined) stop.abort();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page ?? { items: [], next: 'end' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));

const pullAll = async (options: PullOptions = {}) => {
  const got: string[] = [];
  for await (const { id } of client().pull({ everyMs: 1, signal: stop.signal, ...options }))
    got.push(`${id} after ${asked.length}`);
  return got;
};

describe('following the feed', () => {
  it('brings each message typed, with its id and cursor', async () => {
    pages = [{ items: [item('a')], next: 'c-a' }];
    const pulling = client().pull({ signal: stop.signal });
    const { value } = await pulling.next();
    expect(value).toEqual({ id: 'a', cursor: 'c-a', event: closed('a') });
    expect(authorizations).toEqual([`Bearer ${KEY}`]);
  });

  it('asks for the next page only when the last message of this one was taken', async () => {
    pages = [
      { items: [item('a'), item('b')], next: 'c-b' },
      { items: [item('c')], next: 'c-c' },
    ];
    expect(await pullAll()).toEqual(['a after 1', 'b after 1', 'c after 2']);
    expect(asked).toEqual(['/department/v1/events', '/department/v1/events?after=c-b', '/department/v1/events?after=c-c']);
  });

  it('acknowledges nothing of a page that was left in the middle', async () => {
    pages = [{ items: [item('a'), item('b')], next: 'c-b' }];
    for await (const { id } of client().pull()) if (id === 'a') break;
    expect(asked).toEqual(['/department/v1/events']);
  });

  it('goes on where it is told, in pages of the size it is told', async () => {
    await pullAll({ after: 'c-x', limit: 7 });
    expect(asked).toEqual(['/department/v1/events?after=c-x&limit=7']);
  });

  it('waits while there is nothing new, and asks from the same place', async () => {
    pages = [
      { items: [], next: 'c-0' },
      { items: [item('a')], next: 'c-a' },
    ];
    expect(await pullAll()).toEqual(['a after 2']);
    expect(asked[1]).toBe('/department/v1/events?after=c-0');
  });
});

describe('what proves a department', () => {
  it('is its key or its name and secret, and something must', () => {
    expect(() => client({})).toThrow('by its key, or by its name and secret');
    expect(() => client({ department: 'water-affairs' })).toThrow(TypeError);
  });

  it('must be a key for whoever reads', async () => {
    const signing = client({ department: 'water-affairs', secret: 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=' });
    await expect(signing.caseOf('HL1')).rejects.toThrow('only the API key');
    expect(asked).toEqual([]);
  });

  it('goes with a command as a bearer, and names the message', async () => {
    let headers: Record<string, unknown> = {};
    server.once('request', (request) => (headers = request.headers));
    await client().sign('HL1', { id: 'm-1' });
    expect(headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'idempotency-key': 'm-1' });
    expect(headers['webhook-signature']).toBeUndefined();
  });

  it('opens the case', async () => {
    pages = [{ number: 'HL1', version: 4 } as never];
    expect(await client().caseOf('HL1')).toEqual({ number: 'HL1', version: 4 });
    expect(asked).toEqual(['/department/v1/cases/HL1']);
  });
});
