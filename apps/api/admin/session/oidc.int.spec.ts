import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Standing } from '#identity/access/roles.js';
import { IdentityProvider } from '#test/support/identity-provider.js';
import { IdentityRig } from '#test/support/identity-rig.js';

const HUB = 'https://huiliu.example';
const BACK = `${HUB}/api/v1/session/oidc/callback`;
const STANDINGS = new Map<string, Standing>([
  ['hub-admins', { role: 'admin', scope: { kind: 'all' } }],
  ['transport-staff', { role: 'department', scope: { kind: 'department', ids: ['transport'] } }],
]);

describe('signing in with the identity provider', () => {
  let provider: IdentityProvider;
  let rig: IdentityRig;

  beforeAll(async () => {
    provider = await IdentityProvider.open(BACK);
    const client = { issuer: provider.issuer, clientId: 'huiliu', clientSecret: 'a-secret-between-two' };
    rig = await IdentityRig.open({
      idleMinutes: 30,
      publicUrl: HUB,
      oidc: { ...client, claim: 'groups', standings: STANDINGS },
    });
  });
  beforeEach(async () => {
    await rig.reset();
    provider.people.clear();
    provider.people.set('u-1', { preferred_username: '唐敏', groups: ['everybody', 'transport-staff'] });
  });
  afterAll(async () => {
    await rig?.end();
    await provider?.close();
  });

  /** A browser that leaves for the provider; the cookie it keeps, and the path it comes back by. */
  async function leaveAndReturn(login: string): Promise<{ cookie: string; path: string }> {
    const left = await rig.app.inject({ url: '/api/v1/session/oidc' });
    const cookie = String(left.headers['set-cookie']).split(';')[0];
    const back = await provider.signIn(String(left.headers.location), login, BACK);
    return { cookie, path: back.slice(`${HUB}/api/v1/`.length) };
  }

  const comeBack = (path: string, cookie?: string) => rig.ask('GET', path, { headers: cookie === undefined ? {} : { cookie } });
  const tokenIn = (cookies = '') => /huiliu_session=([^;]+)/.exec(cookies)?.[1];

  it('is offered where one is configured', async () => {
    expect((await rig.ask('GET', 'session/ways')).body).toEqual({ password: true, oidc: true });
    const left = await rig.app.inject({ url: '/api/v1/session/oidc' });
    const asked = Object.fromEntries(new URL(String(left.headers.location)).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: BACK });
    expect([asked['state'], asked['nonce'], asked['code_challenge']].map((text) => text.length)).toEqual([43, 43, 43]);
    expect(left.headers['set-cookie']).toBe(
      `huiliu_oidc=${asked['state']}; Path=/api/v1/session/oidc; HttpOnly; SameSite=Lax; Max-Age=600; Secure`,
    );
  });

  it('makes the person what the claim says, in a session like any other', async () => {
    const { cookie, path } = await leaveAndReturn('u-1');
    const back = await comeBack(path, cookie);
    expect(back.status).toBe(302);
    expect(back.cookie).toMatch(/huiliu_session=[\w-]{43}; Path=\/api\/v1; HttpOnly; SameSite=Strict; Max-Age=43200; Secure/);
    const session = await rig.ask('GET', 'session', { token: tokenIn(back.cookie) });
    expect(session.body).toMatchObject({
      ...{ name: '唐敏', role: 'department', scope: { kind: 'department', ids: ['transport'] }, mustChange: false },
    });
  });

  it('follows the claim each time, and knows the person under another name', async () => {
    const first = await leaveAndReturn('u-1');
    await comeBack(first.path, first.cookie);
    provider.people.set('u-1', { preferred_username: '唐敏敏', groups: 'hub-admins' });
    const second = await leaveAndReturn('u-1');
    const token = tokenIn((await comeBack(second.path, second.cookie)).cookie);
    expect((await rig.ask('GET', 'session', { token })).body).toMatchObject({ name: '唐敏', role: 'admin' });
    expect((await rig.source.query<object[]>('select 1 from operators')).length).toBe(2);
  });

  it('ends where nothing the person is has a role', async () => {
    provider.people.set('u-1', { preferred_username: '唐敏', groups: ['everybody'] });
    const { cookie, path } = await leaveAndReturn('u-1');
    const back = await comeBack(path, cookie);
    expect([back.status, back.code, tokenIn(back.cookie)]).toEqual([403, 'OIDC_REFUSED', undefined]);
  });

  it('that ended is told in a browser on the page where it began', async () => {
    provider.people.set('u-1', { preferred_username: '唐敏', groups: ['everybody'] });
    const { cookie, path } = await leaveAndReturn('u-1');
    const headers = { cookie, accept: 'text/html,application/xhtml+xml' };
    const back = await rig.app.inject({ url: `/api/v1/${path}`, headers });
    expect([back.statusCode, back.headers.location]).toEqual([302, '/sign-in?refused=OIDC_REFUSED']);
    expect(tokenIn(String(back.headers['set-cookie']))).toBeUndefined();
  });

  it('ends for who was disabled, and for who bears the name of a local account', async () => {
    const first = await leaveAndReturn('u-1');
    await comeBack(first.path, first.cookie);
    await rig.source.query(`update operators set disabled_at = now() where name = '唐敏'`);
    const second = await leaveAndReturn('u-1');
    expect((await comeBack(second.path, second.cookie)).code).toBe('OIDC_REFUSED');
    provider.people.set('u-2', { preferred_username: 'root', groups: ['transport-staff'] });
    const third = await leaveAndReturn('u-2');
    expect((await comeBack(third.path, third.cookie)).code).toBe('OIDC_REFUSED');
  });

  it('is no way to lay somebody else’s return into a browser', async () => {
    const mine = await leaveAndReturn('u-1');
    const theirs = await leaveAndReturn('u-1');
    expect((await comeBack(mine.path)).code).toBe('OIDC_REFUSED');
    expect((await comeBack(mine.path, theirs.cookie)).code).toBe('OIDC_REFUSED');
  });

  it('returns once, and in time', async () => {
    const once = await leaveAndReturn('u-1');
    expect((await comeBack(once.path, once.cookie)).status).toBe(302);
    expect((await comeBack(once.path, once.cookie)).code).toBe('OIDC_REFUSED');
    const late = await leaveAndReturn('u-1');
    rig.clock.pass(601);
    expect((await comeBack(late.path, late.cookie)).code).toBe('OIDC_REFUSED');
  });

  it('takes no code but the one the provider gave', async () => {
    const { cookie, path } = await leaveAndReturn('u-1');
    expect((await comeBack(path.replace(/code=[^&]+/, 'code=made-up'), cookie)).code).toBe('OIDC_REFUSED');
  });

  it('gives the person no password to guess', async () => {
    const { cookie, path } = await leaveAndReturn('u-1');
    await comeBack(path, cookie);
    expect((await rig.signIn('唐敏', '')).status).toBe(400);
    expect((await rig.signIn('唐敏', 'null')).code).toBe('UNAUTHENTICATED');
  });
});

describe('without an identity provider', () => {
  it('there is nothing to leave for', async () => {
    const rig = await IdentityRig.open();
    try {
      expect((await rig.ask('GET', 'session/ways')).body).toEqual({ password: true, oidc: false });
      expect((await rig.ask('GET', 'session/oidc')).status).toBe(404);
    } finally {
      await rig.end();
    }
  });

  it('that answers, people are told to try again', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'huiliu', clientSecret: 'x', claim: 'groups', standings: STANDINGS };
    const rig = await IdentityRig.open({ idleMinutes: 30, publicUrl: HUB, oidc });
    try {
      const told = await rig.ask('GET', 'session/oidc');
      expect([told.status, told.code]).toEqual([503, 'OIDC_UNREACHABLE']);
    } finally {
      await rig.end();
    }
  });
});
