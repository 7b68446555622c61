import { scryptSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityRig } from '#test/support/identity-rig.js';

const ROOT = 'the-root-of-all-rights';
const ALL = { kind: 'all', ids: [] };

let rig: IdentityRig;

beforeAll(async () => {
  rig = await IdentityRig.open();
});
beforeEach(() => rig.reset());
afterAll(() => rig?.end());

describe('a session', () => {
  it('says who is signed in and what they may do', async () => {
    await rig.person('tang', 'department', { kind: 'department', ids: ['transport'] }, 'tram-kettle-orbit');
    const told = await rig.ask('GET', 'session', { token: await rig.tokenOf('tang', 'tram-kettle-orbit') });
    expect(told.body).toMatchObject({
      ...{ name: 'tang', role: 'department', roleLabel: '承办部门', scope: { kind: 'department', ids: ['transport'] } },
      permissions: ['self.manage', 'reference.read', 'cases.read', 'cases.handle', 'undertakings.read', 'deliveries.read'],
      ...{ mustChange: false, hasSecondFactor: false, expiresAt: '2026-11-20T14:00:00.000Z' },
    });
  });

  it('ends when nobody was seen for half an hour, not while somebody is', async () => {
    const token = await rig.root();
    for (const seconds of [1799, 1799]) {
      rig.clock.pass(seconds);
      expect((await rig.ask('GET', 'session', { token })).status).toBe(200);
    }
    rig.clock.pass(1801);
    expect((await rig.ask('GET', 'session', { token })).status).toBe(401);
  });

  it('ends after twelve hours, however busy', async () => {
    const token = await rig.root();
    const statuses: number[] = [];
    for (let quarters = 0; quarters < 48; quarters += 1) {
      rig.clock.pass(900);
      statuses.push((await rig.ask('GET', 'session', { token })).status);
    }
    expect(statuses).toEqual([...Array<number>(47).fill(200), 401]);
  });

  it('is seen and ended by oneself at another desk', async () => {
    const mine = await rig.root();
    rig.clock.pass(1);
    const other = String(
      (await rig.signIn('root', ROOT, { address: '10.0.0.9', headers: { 'user-agent': 'Phone' } })).body['token'],
    );
    const { items } = (await rig.ask('GET', 'session/sessions', { token: mine })).body as { items: { id: string }[] };
    expect(items).toMatchObject([
      { address: '10.0.0.9', agent: 'Phone', isThis: false },
      { address: '127.0.0.1', isThis: true },
    ]);
    expect(JSON.stringify(items)).not.toContain(other);
    expect((await rig.ask('DELETE', `session/sessions/${items[0].id}`, { token: mine })).status).toBe(204);
    expect((await rig.ask('GET', 'session', { token: other })).status).toBe(401);
    expect((await rig.ask('DELETE', `session/sessions/${items[0].id}`, { token: mine })).status).toBe(404);
  });

  it('is of no use to somebody who planted its cookie before', async () => {
    const planted = 'A'.repeat(43);
    const signedIn = await rig.signIn('root', ROOT, { headers: { cookie: `huiliu_session=${planted}` } });
    expect(signedIn.body['token']).not.toBe(planted);
    expect((await rig.ask('GET', 'session', { headers: { cookie: `huiliu_session=${planted}` } })).status).toBe(401);
  });

  it('cannot be ended by somebody else who knows its id', async () => {
    await rig.person('chen', 'auditor', ALL, 'tram-kettle-orbit');
    const root = await rig.root();
    const { items } = (await rig.ask('GET', 'session/sessions', { token: root })).body as { items: { id: string }[] };
    const token = await rig.tokenOf('chen', 'tram-kettle-orbit');
    expect((await rig.ask('DELETE', `session/sessions/${items[0].id}`, { token })).status).toBe(404);
    expect((await rig.ask('GET', 'session', { token: root })).status).toBe(200);
  });
});

describe('requests that another site makes a browser send', () => {
  const fromElsewhere: [string, Record<string, string>][] = [
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site but another origin', { 'sec-fetch-site': 'same-site' }],
    ['another origin of an old browser', { origin: 'https://evil.example', host: 'huiliu.example' }],
    ['no origin to speak of', { origin: 'null', host: 'huiliu.example' }],
  ];

  it.each(fromElsewhere)('change nothing: %s', async (_, headers) => {
    const cookie = `huiliu_session=${await rig.root()}`;
    const told = await rig.ask('DELETE', 'session', { headers: { ...headers, cookie } });
    expect([told.status, told.code]).toEqual([403, 'FORBIDDEN']);
    expect((await rig.ask('GET', 'session', { headers: { cookie } })).status).toBe(200);
  });

  it.each(fromElsewhere)('sign nobody in: %s', async (_, headers) => {
    const told = await rig.signIn('root', ROOT, { headers });
    expect([told.status, told.code, told.cookie]).toEqual([403, 'FORBIDDEN', '']);
  });

  it('are told from our own', async () => {
    const cookie = `huiliu_session=${await rig.root()}`;
    const own = { origin: 'https://huiliu.example', host: 'huiliu.example', cookie };
    expect((await rig.ask('DELETE', 'session', { headers: own })).status).toBe(204);
  });
});

describe('guessing', () => {
  const wrong = (times: number, name = 'root', address = '10.1.0.1') =>
    Array.from({ length: times }).reduce<Promise<unknown>>(
      (before) => before.then(() => rig.signIn(name, 'no such password', { address })),
      Promise.resolve(),
    );

  it('costs a person who mistypes five times nothing', async () => {
    await wrong(5);
    expect((await rig.signIn('root', ROOT, { address: '10.1.0.1' })).status).toBe(200);
  });

  it('waits longer each time, and the right password waits with it', async () => {
    await wrong(6);
    const first = await rig.signIn('root', ROOT, { address: '10.1.0.1' });
    expect([first.status, first.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    rig.clock.pass(1);
    await wrong(1);
    rig.clock.pass(1);
    expect((await rig.signIn('root', ROOT, { address: '10.1.0.1' })).status).toBe(429);
    rig.clock.pass(1);
    expect((await rig.signIn('root', ROOT, { address: '10.1.0.1' })).status).toBe(200);
  });

  it('all at once is not one try', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rig.signIn('root', 'no such password', { address: '10.1.0.1' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(6).fill(401), ...Array<number>(14).fill(429)]);
  });

  it('is remembered by another process, and after a restart', async () => {
    await wrong(6);
    const other = await rig.again();
    try {
      expect((await other.signIn('root', ROOT, { address: '10.1.0.1' })).status).toBe(429);
    } finally {
      await other.close();
    }
  });

  it('at many names from one address comes to an end', async () => {
    for (let name = 0; name < 31; name += 1) await wrong(1, `name${name}`);
    expect((await rig.signIn('root', ROOT, { address: '10.1.0.1' })).status).toBe(429);
    expect((await rig.signIn('root', ROOT, { address: '10.1.0.2' })).status).toBe(200);
  });

  it('at one name from many addresses slows down, and does not keep the person out where they were before', async () => {
    await rig.signIn('root', ROOT, { address: '10.2.0.1' });
    for (let address = 0; address < 101; address += 1) await wrong(1, 'root', `10.3.0.${address}`);
    expect((await rig.signIn('root', ROOT, { address: '10.9.9.9' })).status).toBe(429);
    expect((await rig.signIn('root', ROOT, { address: '10.2.0.1' })).status).toBe(200);
  });

  it('is forgotten after a day', async () => {
    await wrong(6);
    rig.clock.pass(86_401);
    await wrong(5);
    expect((await rig.signIn('root', ROOT, { address: '10.1.0.1' })).status).toBe(200);
  });

  it('leaves no name that was typed in the table', async () => {
    await rig.signIn('my-secret-password', 'x');
    const rows = await rig.source.query<object[]>('select * from sign_in_tries');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('my-secret');
  });
});

describe('a password', () => {
  it('that was given by an admin opens nothing before it is changed', async () => {
    const made = await rig.ask('POST', 'people', {
      token: await rig.root(),
      payload: { name: 'wang', role: 'admin', scope: ALL },
    });
    const current = String(made.body['oneTimePassword']);
    const token = await rig.tokenOf('wang', current);
    const refused = await rig.ask('GET', 'people', { token });
    expect([refused.status, refused.code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    expect((await rig.ask('GET', 'session', { token })).body).toMatchObject({ mustChange: true });
    const changed = await rig.ask('PUT', 'session/password', { token, payload: { current, next: 'lilies by the river' } });
    expect(changed.status).toBe(204);
    expect((await rig.ask('GET', 'people', { token })).status).toBe(200);
    expect((await rig.signIn('wang', current)).status).toBe(401);
  });

  it.each([
    ['short', '密码至少要有 12 个字符'],
    ['password123456', '密码太常见，容易被猜到'],
    [ROOT, '新密码不能与原密码相同'],
  ])('is not changed to %s', async (next, fault) => {
    const told = await rig.ask('PUT', 'session/password', { token: await rig.root(), payload: { current: ROOT, next } });
    expect([told.status, told.code, told.body['detail']]).toEqual([422, 'PASSWORD_WEAK', fault]);
  });

  it('is changed by who knows it, and everybody else is signed out', async () => {
    const [mine, other] = [await rig.root(), await rig.root()];
    const payload = { current: 'not the password', next: 'lilies by the river' };
    expect((await rig.ask('PUT', 'session/password', { token: mine, payload })).status).toBe(401);
    expect((await rig.ask('PUT', 'session/password', { token: mine, payload: { ...payload, current: ROOT } })).status).toBe(204);
    expect((await rig.ask('GET', 'session', { token: mine })).status).toBe(200);
    expect((await rig.ask('GET', 'session', { token: other })).status).toBe(401);
  });

  it('is not guessed from a session that was left open', async () => {
    const token = await rig.root();
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const payload = { current: `guess ${tries}`, next: 'lilies by the river' };
      statuses.push((await rig.ask('PUT', 'session/password', { token, payload })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
  });

  it('of before argon2id still signs in, once under its old hash', async () => {
    const salt = Buffer.alloc(16, 7);
    const hash = scryptSync(ROOT, salt, 32, { N: 1024, r: 8, p: 1 });
    const stored = `$scrypt$ln=10,r=8,p=1$${salt.toString('base64').slice(0, 22)}$${hash.toString('base64').slice(0, 43)}`;
    await rig.source.query('update operators set password_hash = $1', [stored]);
    expect((await rig.signIn('root', ROOT)).status).toBe(200);
    const [row] = await rig.source.query<{ hash: string }[]>('select password_hash as hash from operators');
    expect(row.hash).toMatch(/^\$argon2id\$/);
    expect((await rig.signIn('root', ROOT)).status).toBe(200);
  });
});
