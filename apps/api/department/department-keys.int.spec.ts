import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { DepartmentApp } from '#test/support/department-app.js';
import { FIRST_SECRET } from '#test/support/endpoint-rig.js';

describe('the API keys of departments', () => {
  let api: DepartmentApp;
  let number: string;

  beforeAll(async () => (api = await DepartmentApp.open()));
  beforeEach(async () => {
    await api.empty();
    await api.rig.seed({ url: undefined });
    number = await api.dispatch();
  });
  afterAll(() => api.close());

  const doings = async (): Promise<string[]> => {
    const rows = await api.rig.source.query<{ type: string; actor: string }[]>(
      'select type, actor from case_events order by seq',
    );
    return rows.map(({ type, actor }) => `${type} ${actor}`);
  };

  it('open nothing when they are missing, made up, expired or revoked; why is told to nobody but the auditor', async () => {
    const expired = await api.makeKey({ expiresAt: new Date(api.rig.clock.at.getTime() - 1) });
    const revoked = await api.makeKey({});
    await api.revoke(revoked.id);
    const forged = `hlk_${revoked.id}_${'A'.repeat(43)}`;
    const answers = [];
    for (const key of [null, 'nonsense', forged, expired.token, revoked.token]) {
      const { status, text } = await api.ask('cases', { key });
      answers.push(`${status} ${text}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"code":"UNAUTHENTICATED"');
    expect(answers[0]).toMatch(/^401 /);
    expect(await api.refusals()).toEqual([
      'department: UNAUTHENTICATED no API key',
      'department: API_KEY_UNKNOWN not a token of ours',
      `department: API_KEY_UNKNOWN key ${revoked.id}`,
      `department: API_KEY_EXPIRED key ${expired.id}`,
      `department: API_KEY_REVOKED key ${revoked.id}`,
    ]);
  });

  it.each([
    ['a dispatcher', { role: 'dispatcher', scopeKind: 'all', scopeIds: [] }],
    ['two departments', { scopeIds: ['gas-supply', 'heat-supply'] }],
    ['a street', { role: 'street', scopeKind: 'street', scopeIds: ['云岚街道'] }],
  ])('of %s speak for no department', async (_, terms) => {
    const { id, token } = await api.makeKey(terms);
    const { status, body } = await api.ask('cases', { key: token });
    expect([status, body['code']]).toEqual([403, 'FORBIDDEN']);
    expect(await api.refusals()).toEqual([`key:${id} FORBIDDEN the key is not one department’s`]);
  });

  it('hand commands in, each message once', async () => {
    const first = await api.command(number, 'm-1', { command: 'sign' });
    expect([first.status, first.headers['idempotent-replayed']]).toEqual([200, undefined]);
    expect(first.body).toMatchObject({ number, status: 'handling', outcome: 'accepted' });
    const again = await api.command(number, 'm-1', { command: 'sign' });
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([200, 'true']);
    expect(again.body).toMatchObject({ number, status: 'handling', version: first.body['version'] });
    expect(await doings()).toEqual(['case.signed department:gas-supply']);
    expect(await api.refusals()).toEqual([]);
  });

  it('and signatures are two proofs of the same sender: a message of one is the message of the other', async () => {
    await api.command(number, 'm-1', { command: 'sign' });
    const body = JSON.stringify({ command: 'sign' });
    const headers = {
      'content-type': 'application/json',
      'x-department': 'gas-supply',
      'webhook-id': 'm-1',
      'webhook-timestamp': String(api.rig.clock.at.getTime() / 1000),
      'webhook-signature': new Webhook(FIRST_SECRET).sign('m-1', api.rig.clock.at, body),
    };
    const signed = await api.ask(`cases/${number}/commands`, { method: 'POST', headers, payload: body, key: null });
    expect([signed.status, signed.headers['idempotent-replayed']]).toEqual([200, 'true']);
    expect(await doings()).toEqual(['case.signed department:gas-supply']);
  });

  it('change nothing with what is repeated, stale, foreign or unknown, and it stands in the record', async () => {
    await api.command(number, 'm-1', { command: 'sign' });
    const other = await api.makeKey({ scopeIds: ['heat-supply'] });
    const answers = [
      await api.command(number, 'm-1', { command: 'progress', note: '正在处理' }),
      await api.command(number, 'm-2', { command: 'progress', note: '正在处理', version: 1 }),
      await api.command(number, 'm-3', { command: 'hand-in', result: '已处理' }, other.token),
      await api.command('HL20200101000000', 'm-4', { command: 'sign' }),
    ];
    expect(answers.map(({ status, body }) => `${status} ${String(body['code'])}`)).toEqual([
      '409 CALLBACK_REPLAYED',
      '409 CASE_VERSION_STALE',
      '403 CASE_FOREIGN',
      '404 CASE_UNKNOWN',
    ]);
    expect((await api.refusals()).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'department:gas-supply CALLBACK_REPLAYED',
      'department:gas-supply CASE_VERSION_STALE',
      'department:heat-supply CASE_FOREIGN',
      'department:gas-supply CASE_UNKNOWN',
    ]);
    expect(await doings()).toEqual(['case.signed department:gas-supply']);
  });

  it.each([
    ['no idempotency key', undefined, { command: 'sign' }],
    ['a blank in the idempotency key', 'm 1', { command: 'sign' }],
    ['a command that is none', 'm-1', { command: 'destroy' }],
    ['a field too many', 'm-1', { command: 'sign', department: 'heat-supply' }],
  ])('are not enough with %s', async (_, id, command) => {
    const { status, body } = await api.command(number, id, command);
    expect([status, body['code']]).toEqual([400, 'REQUEST_INVALID']);
    expect(await doings()).toEqual([]);
  });
});
