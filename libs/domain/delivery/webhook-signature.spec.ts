import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { serialiseSecret } from './webhook-keys.js';
import { WEBHOOK_REFUSALS, signWebhook, verifyWebhook } from './webhook-signature.js';

interface Vector {
  readonly name: string;
  readonly secrets: readonly string[];
  readonly now: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodyHex?: string;
  readonly expect: string;
  readonly signs?: true;
}

const path = new URL('./fixtures/signature-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: readonly Vector[] };
const bodyOf = (vector: Vector): Buffer => Buffer.from(vector.bodyHex ?? vector.body ?? '', vector.bodyHex ? 'hex' : 'utf8');
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1000);

const OLD = 'whsec_b2xkIHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ==';
const NEW = 'whsec_bmV3IHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ==';
const body = Buffer.from('{"type":"case.dispatched","timestamp":"2026-11-26T00:00:00.000Z","data":{"title":"井盖松动"}}');

describe('the vectors computed outside our code', () => {
  it.each(vectors)('answers $expect for $name', (vector) => {
    const verdict = verifyWebhook({ headers: vector.headers, body: bodyOf(vector) }, vector.secrets, new Date(vector.now * 1000));
    expect(verdict.kind === 'refused' ? verdict.refusal : verdict.kind).toBe(vector.expect);
  });

  it.each(vectors.filter((vector) => vector.signs))('signs $name with the same bytes', (vector) => {
    const message = { id: vector.headers['webhook-id'], at: new Date(vector.now * 1000), body: bodyOf(vector) };
    expect(signWebhook(message, vector.secrets)).toEqual(vector.headers);
  });

  it('name every refusal there is', () => {
    expect(new Set(vectors.map((vector) => vector.expect))).toEqual(new Set(['verified', ...WEBHOOK_REFUSALS]));
  });
});

describe('the standardwebhooks package', () => {
  it('verifies what we sign', () => {
    const headers = signWebhook({ id: 'msg-1', at: new Date(), body }, [NEW]);
    expect(new Webhook(NEW).verify(body, headers)).toMatchObject({ type: 'case.dispatched' });
  });

  it('verifies what we sign with either secret during a rotation', () => {
    const headers = signWebhook({ id: 'msg-1', at: new Date(), body }, [NEW, OLD]);
    expect(new Webhook(OLD).verify(body, headers)).toMatchObject({ type: 'case.dispatched' });
    expect(new Webhook(NEW).verify(body, headers)).toMatchObject({ type: 'case.dispatched' });
  });

  it('refuses what we sign with another secret', () => {
    const headers = signWebhook({ id: 'msg-1', at: new Date(), body }, [OLD]);
    expect(() => new Webhook(NEW).verify(body, headers)).toThrow('No matching signature found');
  });

  it.each([{ secret: OLD }, { secret: NEW }])('is verified by us while $secret is one of two', ({ secret }) => {
    const at = secondsAgo(10);
    const headers = {
      'webhook-id': 'msg-2',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg-2', at, body),
    };
    expect(verifyWebhook({ headers, body }, [NEW, OLD], new Date())).toMatchObject({ kind: 'verified', id: 'msg-2' });
  });
});

describe('secrets and ids', () => {
  it('writes a secret with its prefix', () => {
    expect(serialiseSecret(Buffer.from('old secret of a department!!'))).toBe(OLD);
  });

  it.each([
    ['too short', 'whsec_c2hvcnQ='],
    ['without the prefix', 'b2xkIHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ=='],
    ['no base64', 'whsec_old secret of a department, in clear'],
  ])('asks for an operator when a secret is %s', (_, secret) => {
    expect(() => signWebhook({ id: 'msg-1', at: new Date(), body }, [secret])).toThrow(/whsec_/);
  });

  it('refuses to sign without a secret', () => {
    expect(() => signWebhook({ id: 'msg-1', at: new Date(), body }, [])).toThrow('needs a secret');
  });

  it('refuses to sign an id with a dot', () => {
    expect(() => signWebhook({ id: 'msg.1', at: new Date(), body }, [NEW])).toThrow('no dots');
  });
});
