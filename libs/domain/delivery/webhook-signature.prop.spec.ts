import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serialiseSecret } from './webhook-keys.js';
import { signWebhook, verifyWebhook } from './webhook-signature.js';

const secret = fc.uint8Array({ minLength: 24, maxLength: 64 }).map(serialiseSecret);
const id = fc.uuid();
const at = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true });
const body = fc.uint8Array({ maxLength: 200 });

describe('sign and verify', () => {
  it('agree for any message and any secret of a rotation', () => {
    fc.assert(
      fc.property(id, at, body, fc.array(secret, { minLength: 1, maxLength: 3 }), fc.nat(), (id, at, body, secrets, pick) => {
        const headers = signWebhook({ id, at, body }, secrets);
        const held = secrets[pick % secrets.length];
        expect(verifyWebhook({ headers, body }, [held], at).kind).toBe('verified');
      }),
    );
  });

  it('disagree as soon as one bit of the body changed', () => {
    fc.assert(
      fc.property(id, at, fc.uint8Array({ minLength: 1 }), secret, fc.nat(), fc.nat(7), (id, at, body, secret, place, bit) => {
        const headers = signWebhook({ id, at, body }, [secret]);
        const altered = Uint8Array.from(body);
        altered[place % altered.length] ^= 1 << bit;
        expect(verifyWebhook({ headers, body: altered }, [secret], at)).toEqual({
          kind: 'refused',
          refusal: 'signature-mismatch',
        });
      }),
    );
  });

  it('answer a verdict for any headers whatever', () => {
    const header = fc.option(fc.string(), { nil: undefined });
    const headers = fc.record({ 'webhook-id': header, 'webhook-timestamp': header, 'webhook-signature': header });
    fc.assert(
      fc.property(headers, body, secret, at, (headers, body, secret, at) => {
        expect(verifyWebhook({ headers, body }, [secret], at).kind).toBe('refused');
      }),
    );
  });
});
