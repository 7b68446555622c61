import { verify as verifyEd25519 } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { readKey } from '#domain/delivery/webhook-keys.js';
import type { EndpointRig, Received } from '#test/support/endpoint-rig.js';
import { FIRST_SECRET, endpointRig } from '#test/support/endpoint-rig.js';
import { until } from '#test/support/until.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a webhook on its way to a department', () => {
  let rig: EndpointRig;
  beforeEach(async () => {
    rig = await endpointRig();
  });
  afterEach(() => rig.close());

  const pass = (milliseconds: number): void => void (rig.clock.at = new Date(rig.clock.at.getTime() + milliseconds));
  /** Whether the package, holding this secret, finds its own signature among those of the message, at whatever time. */
  const trusts = ({ headers, body }: Received, secret: string): boolean => {
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    return headers['webhook-signature'].split(' ').includes(new Webhook(secret).sign(headers['webhook-id'], at, body));
  };

  it('verifies under the old and the new secret during a rotation, and under the new one alone after it', async () => {
    // The package knows today only.
    rig.clock.at = new Date();
    const { received, url } = await rig.receiver();
    await rig.seed({ url });
    const { key, oldUntil } = await rig.desk.rotate('gas-supply', 'shared', DAY, 'li');
    expect(oldUntil.getTime() - rig.clock.at.getTime()).toBe(DAY);
    await rig.owe();
    await rig.deliver();
    for (const secret of [FIRST_SECRET, key]) {
      expect(new Webhook(secret).verify(received[0].body, received[0].headers)).toMatchObject({ type: 'case.dispatched' });
    }
    pass(DAY);
    await rig.owe();
    await rig.deliver();
    expect([trusts(received[1], FIRST_SECRET), trusts(received[1], key)]).toEqual([false, true]);
    expect(rig.directory.of('gas-supply')).toEqual([key]);
  });

  it('verifies under every secret that has not expired, whatever the rotations, and under no other', async () => {
    const { received, url } = await rig.receiver();
    const step = fc.record({
      wait: fc.integer({ min: 1, max: 30 }),
      overlap: fc.integer({ min: 0, max: 48 }),
      rotate: fc.boolean(),
    });
    await rig.seed({ url });
    // What a person would note down: the secret given out, and until when it was said to be good.
    let handed: { secret: string; until: number }[] = [{ secret: FIRST_SECRET, until: Infinity }];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { wait, overlap, rotate } of steps) {
          pass(wait * HOUR);
          const now = rig.clock.at.getTime();
          const living = handed.filter(({ until }) => until > now);
          if (rotate && (living.length < 4 || overlap === 0)) {
            const { key, oldUntil } = await rig.desk.rotate('gas-supply', 'shared', overlap * HOUR, 'li');
            handed = handed.map(({ secret, until }) => ({ secret, until: Math.min(until, oldUntil.getTime()) }));
            handed.push({ secret: key, until: Infinity });
          }
          await rig.owe();
          await rig.deliver();
          const message = received.at(-1) as Received;
          for (const { secret, until } of handed) expect(trusts(message, secret)).toBe(until > now);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('carries ed25519 and SM3 beside HMAC-SHA256 when the endpoint asks for them', async () => {
    rig.clock.at = new Date();
    const { received, url } = await rig.receiver();
    await rig.seed({ url, algorithms: ['v1', 'v1a', 'v1sm3'] });
    const { key } = await rig.desk.rotate('gas-supply', 'ed25519', 0, 'li');
    await rig.owe();
    await rig.deliver();

    const [{ headers, body }] = received;
    const signatures = headers['webhook-signature'].split(' ').map((entry) => entry.split(','));
    expect(signatures.map(([version]) => version).toSorted()).toEqual(['v1', 'v1a', 'v1sm3']);
    expect(new Webhook(FIRST_SECRET).verify(body, headers)).toMatchObject({ type: 'case.dispatched' });
    const ed25519 = signatures.find(([version]) => version === 'v1a')?.[1] ?? '';
    const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
    const publicKey = readKey(key);
    expect(publicKey.kind === 'public' && verifyEd25519(null, content, publicKey.key, Buffer.from(ed25519, 'base64'))).toBe(true);
  });

  it('says only which case it is where the endpoint is thin', async () => {
    const { received, url } = await rig.receiver();
    await rig.seed({ url, thin: true });
    await rig.owe();
    await rig.deliver();
    expect(received[0].body).toBe(
      '{"type":"case.dispatched","timestamp":"2026-11-26T00:00:00.000Z","data":{"caseNumber":"HL20261","version":3}}',
    );
  });

  it('disables an endpoint that is gone (410); what it is owed waits without an attempt, and goes once it is enabled', async () => {
    const { received, answer, url } = await rig.receiver(410);
    await rig.seed({ url });
    await rig.owe();
    expect(await rig.deliver()).toBe(1);
    await rig.owe();
    pass(2 * HOUR);
    expect(await rig.deliver()).toBe(0);
    expect(await rig.messages()).toEqual(['owed 1', 'owed 0']);
    expect(rig.directory.find('gas-supply')).toMatchObject({ state: 'disabled', reason: 'HTTP 410: the endpoint is gone' });
    expect(rig.told).toEqual([
      'an endpoint is disabled; what it is owed waits {"department":"gas-supply","reason":"HTTP 410: the endpoint is gone"}',
    ]);

    answer.status = 204;
    expect(await rig.desk.change('gas-supply', { state: 'enabled' }, 'li')).toMatchObject({
      state: 'enabled',
      reason: undefined,
    });
    expect(rig.rings).toContain('[{"job":"deliver-webhooks","target":"gas-supply"}]');
    expect(await rig.deliver()).toBe(2);
    expect(await rig.messages()).toEqual(['confirmed 2', 'confirmed 1']);
    expect(received).toHaveLength(3);
  });

  it('disables an endpoint that did nothing but fail for five days, and none that answered in between', async () => {
    const { answer, url } = await rig.receiver(500);
    await rig.seed({ url });
    const fail = async (): Promise<unknown> => {
      answer.status = 500;
      await rig.owe();
      await rig.deliver();
      return rig.directory.find('gas-supply')?.state;
    };
    const failFor = async (days: number): Promise<unknown> => {
      for (let day = 0; day < days; day += 1) {
        await fail();
        pass(DAY);
      }
      return fail();
    };
    expect(await failFor(4)).toBe('enabled');
    pass(HOUR);
    answer.status = 204;
    await rig.owe();
    await rig.deliver();
    expect(await failFor(4)).toBe('enabled');
    pass(DAY);
    expect(await fail()).toBe('disabled');
    expect(rig.directory.find('gas-supply')?.reason).toBe('no success since 2026-11-30T01:00:00.000Z: HTTP 500');
    expect(rig.told).toHaveLength(1);
  });

  it('copies to the shadow, whose answer is logged and counts for nothing', async () => {
    const { received, url } = await rig.receiver();
    const shadow = await rig.receiver(500);
    await rig.seed({ url });
    await rig.desk.change('gas-supply', { shadowUrl: shadow.url }, 'li');
    const id = await rig.owe();
    await rig.deliver();
    const logged = await until(async () => {
      const rows = await rig.source.query<object[]>('select delivery_id, url, outcome, status from shadow_attempts');
      return rows.length > 0 ? rows : undefined;
    });
    expect(logged).toEqual([{ delivery_id: id, url: shadow.url, outcome: 'failed', status: 500 }]);
    expect(shadow.received[0].body).toBe(received[0].body);
    expect(trusts(shadow.received[0], FIRST_SECRET)).toBe(true);
    expect(await rig.messages()).toEqual(['confirmed 1']);
    expect(rig.breakers.stateOf('gas-supply')).toEqual({ kind: 'closed', failures: 0 });
    const attempts = await rig.source.query<unknown[]>('select 1 from delivery_attempts');
    expect(attempts).toHaveLength(1);
  });

  it('is one of as many at once as its endpoint may have, however many cases wait', async () => {
    const { received, answer, atOnce, url } = await rig.receiver();
    answer.afterMs = 40;
    await rig.seed({ url, concurrency: 2 });
    for (let at = 0; at < 8; at += 1) await rig.owe();
    expect(await rig.deliver()).toBe(8);
    expect([received.length, atOnce.most]).toEqual([8, 2]);
  });

  it('stays owed to a department that fetches its messages itself', async () => {
    await rig.seed({ url: undefined });
    await rig.owe();
    expect(await rig.deliver()).toBe(0);
    expect(await rig.messages()).toEqual(['owed 0']);
  });

  it('shows a test to an endpoint in any state, and owes nobody anything', async () => {
    const { received, answer, url } = await rig.receiver(204);
    await rig.seed({ url });
    await rig.desk.change('gas-supply', { state: 'disabled' }, 'li');
    expect(await rig.desk.test('gas-supply', 'li')).toMatchObject({ kind: 'confirmed', status: 204 });
    expect(JSON.parse(received[0].body)).toMatchObject({ type: 'endpoint.test', data: { department: 'gas-supply' } });
    expect(trusts(received[0], FIRST_SECRET)).toBe(true);
    answer.status = 503;
    expect(await rig.desk.test('gas-supply', 'li')).toMatchObject({ kind: 'failed', status: 503, reason: 'HTTP 503' });
    expect(await rig.messages()).toEqual([]);
  });
});
