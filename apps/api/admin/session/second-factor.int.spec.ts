import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { IdentityRig } from '#test/support/identity-rig.js';

const ROOT = 'the-root-of-all-rights';

describe('the second factor', () => {
  let rig: IdentityRig;

  beforeAll(async () => {
    rig = await IdentityRig.open();
  });
  beforeEach(() => rig.reset());
  afterAll(() => rig?.end());

  /** What the person's telephone shows. */
  const shown = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: rig.clock.at.getTime() });

  async function setUp(): Promise<{ token: string; secret: string; recoveryCodes: string[] }> {
    const token = await rig.root();
    const offered = await rig.ask('POST', 'session/second-factor', { token, payload: { password: ROOT } });
    const secret = String(offered.body['secret']);
    const confirmed = await rig.ask('POST', 'session/second-factor/confirm', { token, payload: { code: shown(secret) } });
    rig.clock.pass(30);
    return { token, secret, recoveryCodes: confirmed.body['recoveryCodes'] as string[] };
  }

  it('is not asked for before it was confirmed', async () => {
    const token = await rig.root();
    await rig.ask('POST', 'session/second-factor', { token, payload: { password: ROOT } });
    expect((await rig.signIn('root', ROOT)).status).toBe(200);
    const wrong = await rig.ask('POST', 'session/second-factor/confirm', { token, payload: { code: '000000' } });
    expect([wrong.status, wrong.code]).toEqual([401, 'SECOND_FACTOR_WRONG']);
  });

  it('is asked for after a right password only, and each code is good once', async () => {
    const { secret } = await setUp();
    expect((await rig.signIn('root', 'wrong password', { code: shown(secret) })).code).toBe('UNAUTHENTICATED');
    expect((await rig.signIn('root', ROOT)).code).toBe('SECOND_FACTOR_REQUIRED');
    expect((await rig.signIn('root', ROOT, { code: '000000' })).code).toBe('SECOND_FACTOR_WRONG');
    const both = await Promise.all([1, 2].map(() => rig.signIn('root', ROOT, { code: shown(secret) })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    rig.clock.pass(30);
    expect((await rig.signIn('root', ROOT, { code: shown(secret) })).status).toBe(200);
  });

  it('is not guessed', async () => {
    await setUp();
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 7; tries += 1) codes.push((await rig.signIn('root', ROOT, { code: `00000${tries}` })).code);
    expect(codes).toEqual([...Array<string>(6).fill('SECOND_FACTOR_WRONG'), 'TOO_MANY_ATTEMPTS']);
  });

  it('can be stood in for by each of ten codes, once', async () => {
    const { recoveryCodes } = await setUp();
    expect(recoveryCodes).toHaveLength(10);
    expect((await rig.signIn('root', ROOT, { code: recoveryCodes[3].toLowerCase() })).status).toBe(200);
    expect((await rig.signIn('root', ROOT, { code: recoveryCodes[3] })).code).toBe('SECOND_FACTOR_WRONG');
    expect((await rig.signIn('root', ROOT, { code: recoveryCodes[4] })).status).toBe(200);
  });

  it('lies in no table in clear', async () => {
    const { secret, recoveryCodes } = await setUp();
    const [{ dump }] = await rig.source.query<{ dump: string }[]>(
      `select (select json_agg(o)::text from operators o) || (select json_agg(r)::text from recovery_codes r) as dump`,
    );
    const asBytea = [secret, ...recoveryCodes].flatMap((text) => [text, Buffer.from(text).toString('hex')]);
    expect(asBytea.filter((text) => dump.includes(text))).toEqual([]);
    expect(dump).toContain('totp_secret');
  });

  it('is neither replaced nor removed without the one there is', async () => {
    const { token, secret } = await setUp();
    const again = await rig.ask('POST', 'session/second-factor', { token, payload: { password: ROOT } });
    expect(again.code).toBe('SECOND_FACTOR_SET');
    const remove = (code: string) =>
      rig.ask('POST', 'session/second-factor/remove', { token, payload: { password: ROOT, code } });
    expect((await remove('000000')).code).toBe('SECOND_FACTOR_WRONG');
    expect((await remove(shown(secret))).status).toBe(204);
    expect((await rig.signIn('root', ROOT)).status).toBe(200);
  });

  it('is taken away by an admin when telephone and codes are lost', async () => {
    const id = await rig.person('chen', 'auditor', { kind: 'all', ids: [] }, 'tram-kettle-orbit');
    const token = await rig.tokenOf('chen', 'tram-kettle-orbit');
    const offered = await rig.ask('POST', 'session/second-factor', { token, payload: { password: 'tram-kettle-orbit' } });
    await rig.ask('POST', 'session/second-factor/confirm', { token, payload: { code: shown(String(offered.body['secret'])) } });
    expect((await rig.signIn('chen', 'tram-kettle-orbit')).code).toBe('SECOND_FACTOR_REQUIRED');
    expect((await rig.ask('DELETE', `people/${id}/second-factor`, { token: await rig.root() })).status).toBe(204);
    expect((await rig.signIn('chen', 'tram-kettle-orbit')).status).toBe(200);
  });
});
