import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SealingSecrets } from '#identity/sealing-secrets.js';
import { emptyTables } from '#test/support/empty-tables.js';
import type { EndpointRig } from '#test/support/endpoint-rig.js';
import { FIRST_SECRET, endpointRig } from '#test/support/endpoint-rig.js';
import { SqlEndpointBook } from './sql-endpoint-book.js';

const OTHER_SECRET = 'whsec_bmV3IHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ==';
const HOUR = 3_600_000;
const URL_A = 'https://a.example/hook';
const URL_B = 'https://b.example/hook';

describe('endpoints in PostgreSQL', () => {
  let rig: EndpointRig;
  beforeAll(async () => {
    rig = await endpointRig();
  });
  afterEach(() => emptyTables(rig.source, ['deliveries', 'endpoints', 'endpoint_notices']));
  afterAll(() => rig.close());

  const stored = () => rig.directory.find('gas-supply');
  const change = (terms: object) => rig.desk.change('gas-supply', terms, 'li');

  it('take what the configuration says, until somebody changed them here', async () => {
    await rig.seed({ url: URL_A });
    await rig.seed({ url: URL_B, thin: true });
    expect(stored()).toMatchObject({ url: URL_B, thin: true, state: 'enabled', algorithms: ['v1'] });

    await change({ url: 'https://c.example/hook' });
    await rig.seed({ url: URL_A, allowPrivate: false });
    expect(stored()).toMatchObject({ url: 'https://c.example/hook', thin: true, allowPrivate: false });
  });

  it('go with the configuration, unless somebody changed them here', async () => {
    const nothing = () => rig.book.seed([], rig.clock.at, rig.clock.at);
    await rig.seed({ url: URL_A });
    await nothing();
    expect(await rig.book.all()).toEqual([]);
    await rig.seed({ url: URL_A });
    await change({ thin: true });
    await nothing();
    expect(await rig.book.all()).toHaveLength(1);
  });

  it('keep a secret that was rotated here over the configured one', async () => {
    await rig.seed({ url: URL_A });
    const { key } = await rig.desk.rotate('gas-supply', 'shared', 0, 'li');
    await rig.seed({ url: URL_A, secret: OTHER_SECRET });
    expect(rig.directory.of('gas-supply')).toEqual([key]);
  });

  it('let a configured secret that another replaced live on for the overlap, and take a repeated seed for nothing new', async () => {
    await rig.seed({ url: URL_A });
    await rig.seed({ url: URL_A });
    expect(rig.directory.of('gas-supply')).toEqual([FIRST_SECRET]);
    rig.clock.at = new Date(rig.clock.at.getTime() + HOUR);
    await rig.seed({ url: URL_A, secret: OTHER_SECRET });
    expect(rig.directory.of('gas-supply')).toEqual([OTHER_SECRET, FIRST_SECRET]);
    rig.clock.at = new Date(rig.clock.at.getTime() + 24 * HOUR);
    expect(rig.directory.of('gas-supply')).toEqual([OTHER_SECRET]);
  });

  it('never lengthen the life of a secret that is on its way out', async () => {
    await rig.seed({ url: URL_A });
    const first = await rig.desk.rotate('gas-supply', 'shared', HOUR, 'li');
    await rig.desk.rotate('gas-supply', 'shared', 10 * HOUR, 'li');
    rig.clock.at = new Date(rig.clock.at.getTime() + HOUR);
    const living = rig.directory.of('gas-supply');
    expect(living).not.toContain(FIRST_SECRET);
    expect(living).toContain(first.key);
  });

  it('sign with four secrets at most, until the old ones are ended', async () => {
    await rig.seed({ url: URL_A });
    for (const kind of ['shared', 'shared', 'shared'] as const) await rig.desk.rotate('gas-supply', kind, HOUR, 'li');
    await expect(rig.desk.rotate('gas-supply', 'shared', HOUR, 'li')).rejects.toMatchObject({ code: 'ENDPOINT_SECRETS_FULL' });
    const { key } = await rig.desk.rotate('gas-supply', 'shared', 0, 'li');
    expect(rig.directory.of('gas-supply')).toEqual([key]);
  });

  it('keep secrets sealed, each for its own department', async () => {
    await rig.seed({ url: URL_A });
    const [{ sealed }] = await rig.source.query<{ sealed: Buffer }[]>('select sealed from endpoint_secrets');
    expect(sealed.toString('latin1')).not.toContain(FIRST_SECRET.slice(6, 20));
    expect(sealed.includes(Buffer.from('old secret'))).toBe(false);
    // Somebody who can write rows makes the gas company's secret the heating company's.
    await rig.source.query(`insert into endpoints (department, url, allow_private, thin, algorithms, since, created_at)
      select 'heat-supply', url, allow_private, thin, algorithms, since, created_at from endpoints`);
    await rig.source.query(`insert into endpoint_secrets (department, kind, sealed, created_at)
      select 'heat-supply', kind, sealed, created_at from endpoint_secrets`);
    await rig.directory.refresh();
    expect(rig.directory.of('heat-supply')).toEqual([]);
  });

  it('go on without a secret whose key is lost, and take the configured one again', async () => {
    await rig.seed({ url: URL_A });
    const book = new SqlEndpointBook(rig.source, new SealingSecrets({ active: 'n', keys: { n: Buffer.alloc(32, 9) } }));
    expect((await book.all())[0].keys).toEqual([]);
    const seed = { department: rig.department, url: URL_A, secret: FIRST_SECRET, allowPrivate: true, thin: false };
    await book.seed([{ ...seed, algorithms: ['v1'] }], rig.clock.at, rig.clock.at);
    expect((await book.all())[0].keys.map(({ secret }) => secret)).toEqual([FIRST_SECRET]);
  });

  it('get a key of their own as soon as ed25519 is asked for, and believe the department by its own', async () => {
    await rig.seed({ url: URL_A });
    const callbackKey = 'whpk_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=';
    await change({ algorithms: ['v1', 'v1a'], callbackKey });
    expect(stored()?.keys.map(({ secret }) => secret.split('_')[0])).toEqual(['whsk', 'whsec']);
    // Ours signs what we send; nobody can be believed by it.
    expect(rig.directory.of('gas-supply')).toEqual([FIRST_SECRET, callbackKey]);
    await change({ callbackKey: null, algorithms: ['v1', 'v1a', 'v1sm3'] });
    expect([stored()?.callbackKey, stored()?.keys.length]).toEqual([undefined, 2]);
  });

  it('do not send twice at once what is under way while somebody enables them', async () => {
    await rig.seed({ url: URL_A });
    await change({ state: 'disabled' });
    await rig.owe();
    const target = { channel: 'webhook', target: 'gas-supply' } as const;
    const lease = new Date(rig.clock.at.getTime() + HOUR);
    expect(await rig.store.take(target, rig.clock.at, lease, 10)).toHaveLength(1);
    await rig.owe();
    await change({ state: 'enabled' });
    const [waiting] = await rig.source.query<{ at: Date }[]>('select next_attempt_at as at from deliveries order by seq limit 1');
    expect(waiting.at).toEqual(lease);
    expect(await rig.store.take(target, rig.clock.at, lease, 10)).toHaveLength(1);
  });

  it('tell what happened to them', async () => {
    await rig.seed({ url: URL_A });
    await change({ thin: true, shadowUrl: URL_B, state: 'disabled' });
    await rig.book.disable(rig.department, 'HTTP 410', rig.clock.at);
    await change({ state: 'enabled' });
    const notices = await rig.source.query<{ line: string }[]>(
      `select concat_ws(' | ', what, by, detail) as line from endpoint_notices order by id`,
    );
    expect(notices.map(({ line }) => line)).toEqual([
      'changed | li | thin, shadowUrl',
      'disabled | li | by li',
      'enabled | li | by li',
    ]);
  });
});
