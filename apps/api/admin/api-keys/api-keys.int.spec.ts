import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { AdminDesk } from '#test/support/admin-desk.js';

const WATER = { name: '水务系统', role: 'department', scopeKind: 'department', scopeIds: ['water-affairs'] };

describe('the keys of programs for operators', () => {
  let desk: AdminDesk;
  beforeAll(async () => (desk = await AdminDesk.open()));
  beforeEach(() => desk.source.query('truncate api_keys'));
  afterAll(() => desk.end());

  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => {
    const answer = await desk.app.inject({ method, url: `/api/v1/api-keys${path}`, headers: desk.headers, payload });
    const body = answer.body === '' ? {} : answer.json<Record<string, unknown>>();
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body };
  };
  const find = (token: unknown) => desk.app.get(ApiKeys, { strict: false }).find(String(token), new Date('2026-11-20T02:00:00Z'));

  it('are shown once with their token, and listed without it', async () => {
    const made = await call('POST', '', { ...WATER, expiresAt: '2027-01-01T00:00:00+08:00' });
    expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
    const { token, ...key } = made.body;
    expect(key).toEqual({
      ...WATER,
      ...{ id: expect.stringMatching(/^[0-9a-f]{16}$/), createdBy: 'li', createdAt: '2026-11-20T02:00:00.000Z', state: 'live' },
      ...{ expiresAt: '2026-12-31T16:00:00.000Z', lastUsedAt: null, revokedAt: null },
    });
    expect(await find(token)).toMatchObject({ kind: 'known', key: { role: 'department', scopeIds: ['water-affairs'] } });
    const listed = await call('GET', '');
    expect(listed.body['items']).toEqual([{ ...key, lastUsedAt: '2026-11-20T02:00:00.000Z' }]);
    expect(listed.text).not.toContain(String(token).slice(-43));
    const rows = await desk.source.query<object[]>('select * from api_keys');
    expect(JSON.stringify(rows)).not.toContain(String(token).slice(-43));
  });

  it('open nothing any more once they are revoked, and stay on record', async () => {
    const { body } = await call('POST', '', WATER);
    expect((await call('DELETE', `/${String(body['id'])}`)).status).toBe(204);
    expect(await find(body['token'])).toMatchObject({ kind: 'refused', code: 'API_KEY_REVOKED' });
    expect((await call('GET', '')).body['items']).toMatchObject([{ state: 'revoked', revokedAt: '2026-11-20T02:00:00.000Z' }]);
    const unknown = await call('DELETE', '/0000000000000000');
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'NOT_FOUND']);
  });

  it.each([
    ['a name', { name: '' }],
    ['a role', { role: 'root' }],
    ['a scope', { scopeKind: 'planet' }],
    ['scope ids', { scopeIds: [] }],
    ['a department there is', { scopeIds: ['ministry-of-magic'] }],
    ['one department for the key of a department', { scopeIds: ['water-affairs', 'gas-supply'] }],
    ['a department for the key of a department', { scopeKind: 'all', scopeIds: undefined }],
    ['a street there is', { role: 'street', scopeKind: 'street', scopeIds: ['乌有街道'] }],
    ['a grid there is', { role: 'grid-worker', scopeKind: 'grid', scopeIds: ['nowhere'] }],
    ['no scope ids where it sees everything', { role: 'auditor', scopeKind: 'all', scopeIds: ['water-affairs'] }],
    ['a time to come', { expiresAt: '2026-11-20T01:59:59Z' }],
    ['a time with its zone', { expiresAt: '2027-01-01T00:00:00' }],
    ['no hash of its own', { hash: 'x' }],
  ])('need %s', async (_, change) => {
    const { status, body } = await call('POST', '', { ...WATER, ...change });
    expect([status, body['code']]).toEqual([400, 'REQUEST_INVALID']);
    expect((await call('GET', '')).body['items']).toEqual([]);
  });

  it('are made by somebody signed in', async () => {
    const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/api-keys', payload: WATER });
    expect(answer.statusCode).toBe(401);
  });
});
