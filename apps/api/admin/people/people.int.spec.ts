import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { PeopleBook } from '#storage/people/people-book.js';
import { IdentityRig } from '#test/support/identity-rig.js';
import { Operators } from '../operators.js';

const ALL = { kind: 'all', ids: [] };
const NOBODY = '0190a000-0000-7000-8000-00000000ffff';

describe('people', () => {
  let rig: IdentityRig;
  let root: string;

  beforeAll(async () => {
    rig = await IdentityRig.open();
  });
  beforeEach(async () => {
    await rig.reset();
    root = await rig.root();
  });
  afterAll(() => rig?.end());

  const add = (payload: object) => rig.ask('POST', 'people', { token: root, payload });
  const change = (id: string, payload: object) => rig.ask('PATCH', `people/${id}`, { token: root, payload });
  const idOf = async (name: string): Promise<string> => {
    const { items } = (await rig.ask('GET', 'people', { token: root })).body as { items: { id: string; name: string }[] };
    return items.find((person) => person.name === name)?.id ?? NOBODY;
  };

  it('are made with a password that is shown once, and listed without one', async () => {
    const made = await add({ name: '唐 敏', role: 'department', scope: { kind: 'department', ids: ['transport'] } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: '唐 敏', role: 'department', roleLabel: '承办部门', version: 1, mustChange: true });
    const listed = await rig.ask('GET', 'people', { token: root });
    expect(listed.body['items']).toMatchObject([
      { name: 'root', role: 'admin', scope: ALL },
      { name: '唐 敏', scope: { kind: 'department', ids: ['transport'] }, lastSeenAt: null, isFromProvider: false },
    ]);
    expect(JSON.stringify(listed.body)).not.toMatch(/argon2|password(?!At)/i);
    expect((await add({ name: '唐 敏', role: 'auditor', scope: ALL })).code).toBe('PERSON_EXISTS');
  });

  it.each([
    ['a department that sees everything', { role: 'department', scope: ALL }],
    ['a department that does not exist', { role: 'department', scope: { kind: 'department', ids: ['atlantis'] } }],
    ['a street that does not exist', { role: 'street', scope: { kind: 'street', ids: ['亚特兰街道'] } }],
    ['a scope without anything in it', { role: 'grid-worker', scope: { kind: 'grid', ids: [] } }],
    ['half an admin', { role: 'admin', scope: { kind: 'street', ids: ['云岚街道'] } }],
    ['everything, with names', { role: 'auditor', scope: { kind: 'all', ids: ['transport'] } }],
    ['a role that does not exist', { role: 'god', scope: ALL }],
    ['no scope', { role: 'auditor' }],
  ])('are not made as %s', async (_, standing) => {
    const told = await add({ name: 'wang', ...standing });
    expect([told.status, told.code]).toEqual([400, 'REQUEST_INVALID']);
    expect(await idOf('wang')).toBe(NOBODY);
  });

  it('lose with their role what went with it, at once', async () => {
    const id = await rig.person('wang', 'admin', ALL, 'tram-kettle-orbit');
    const token = await rig.tokenOf('wang', 'tram-kettle-orbit');
    expect((await rig.ask('GET', 'people', { token })).status).toBe(200);
    const changed = await change(id, { version: 1, role: 'auditor', scope: ALL });
    expect(changed.body).toMatchObject({ version: 2, role: 'auditor' });
    expect((await rig.ask('GET', 'people', { token })).code).toBe('FORBIDDEN');
  });

  it('who are disabled are out at once, and stay out', async () => {
    const id = await rig.person('wang', 'auditor', ALL, 'tram-kettle-orbit');
    const token = await rig.tokenOf('wang', 'tram-kettle-orbit');
    await change(id, { version: 1, disabled: true });
    expect((await rig.ask('GET', 'session', { token })).status).toBe(401);
    expect((await rig.signIn('wang', 'tram-kettle-orbit')).code).toBe('UNAUTHENTICATED');
    expect((await change(id, { version: 2, disabled: false })).body).toMatchObject({ disabledAt: null });
    expect((await rig.signIn('wang', 'tram-kettle-orbit')).status).toBe(200);
    expect((await rig.ask('GET', 'session', { token })).status).toBe(401);
  });

  it('are not changed by who read an older version', async () => {
    const id = await rig.person('wang', 'auditor', ALL, 'tram-kettle-orbit');
    await change(id, { version: 1, role: 'supervisor', scope: ALL });
    const stale = await change(id, { version: 1, disabled: true });
    expect(stale.body).toMatchObject({ status: 409, code: 'PERSON_VERSION_STALE', version: 2, yours: 1 });
  });

  it('are never left without an admin, even when two demote each other', async () => {
    expect((await change(await idOf('root'), { version: 1, disabled: true })).code).toBe('PERSON_LAST_ADMIN');
    const wang = await rig.person('wang', 'admin', ALL, 'tram-kettle-orbit');
    const book = rig.app.get(PeopleBook, { strict: false });
    const standing = { role: 'auditor', scopeKind: 'all', scopeIds: [] };
    const demote = (id: string) => book.change(id, 1, { standing }, rig.clock.now());
    expect((await Promise.all([demote(await idOf('root')), demote(wang)])).sort()).toEqual(['changed', 'last-admin']);
  });

  it('get another one-time password when they forgot theirs', async () => {
    const id = await rig.person('wang', 'auditor', ALL, 'tram-kettle-orbit');
    const renewed = await rig.ask('POST', `people/${id}/one-time-password`, { token: root });
    expect((await rig.signIn('wang', 'tram-kettle-orbit')).status).toBe(401);
    const signedIn = await rig.signIn('wang', String(renewed.body['oneTimePassword']));
    expect((await rig.ask('GET', 'session', { token: String(signedIn.body['token']) })).body).toMatchObject({ mustChange: true });
  });

  it('can be signed out by an admin', async () => {
    const id = await rig.person('wang', 'auditor', ALL, 'tram-kettle-orbit');
    const token = await rig.tokenOf('wang', 'tram-kettle-orbit');
    const { items } = (await rig.ask('GET', `people/${id}/sessions`, { token: root })).body as { items: { id: string }[] };
    for (const session of items) await rig.ask('DELETE', `people/${id}/sessions/${session.id}`, { token: root });
    expect((await rig.ask('GET', 'session', { token })).status).toBe(401);
    expect((await rig.ask('DELETE', `people/${NOBODY}/sessions/${items[0].id}`, { token: root })).status).toBe(404);
  });

  it.each(['GET', 'PATCH', 'DELETE'] as const)('who are not there are unknown: %s', async (method) => {
    const path = { GET: `people/${NOBODY}`, PATCH: `people/${NOBODY}`, DELETE: `people/${NOBODY}/second-factor` }[method];
    const told = await rig.ask(method, path, { token: root, payload: method === 'PATCH' ? { version: 1 } : undefined });
    expect([told.status, told.code]).toEqual([404, 'PERSON_UNKNOWN']);
  });

  it('begin with one admin, whose password is told once and must be changed', async () => {
    await rig.source.query('truncate sessions, recovery_codes, operators');
    const both = await Promise.all([1, 2].map(() => rig.app.get(Operators).ensureFirstOperator('admin')));
    const made = both.filter((one) => one !== undefined);
    expect(made).toMatchObject([{ name: 'admin' }]);
    const token = await rig.tokenOf('admin', made[0].oneTimePassword);
    expect((await rig.ask('GET', 'session', { token })).body).toMatchObject({ role: 'admin', scope: ALL, mustChange: true });
  });

  describe('and programs', () => {
    const key = (role: string, expiresAt?: Date) =>
      rig.app.get(ApiKeys).make({ name: 'robot', role, scopeKind: 'all', scopeIds: [], expiresAt }, 'root', rig.clock.now());

    it('with a key are held to its role, and never make people or keys', async () => {
      const { token, id } = await key('admin');
      expect((await rig.ask('GET', 'people', { token })).code).toBe('FORBIDDEN');
      expect((await rig.ask('GET', 'session', { token })).code).toBe('FORBIDDEN');
      await rig.app.get(ApiKeys).revoke(id, rig.clock.now());
      expect((await rig.ask('GET', 'people', { token })).status).toBe(401);
    });

    it.each([
      ['of a role that is none', async () => (await key('god')).token],
      ['that expired', async () => (await key('admin', new Date('2026-11-20T01:00:00Z'))).token],
      ['with another secret', async () => (await key('admin')).token.slice(0, -4) + 'AAAA'],
    ])('with a key %s are nobody', async (_, tokenOf) => {
      expect((await rig.ask('GET', 'people', { token: await tokenOf() })).code).toBe('UNAUTHENTICATED');
    });
  });
});
