import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MalformedEvent, parseEvent, verifyWebhook as sdkVerifies } from '#department-sdk/index.js';
import { signWebhook, verifyWebhook as hubVerifies } from '#domain/delivery/webhook-signature.js';

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const NOW = new Date('2026-11-26T00:00:00Z');

/** A header as it is, away, or with something put in, taken out or doubled. */
const meddled = (value: string): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(value) },
    fc.constant(undefined),
    fc
      .tuple(fc.nat(value.length), fc.nat(3), fc.constantFrom('', ' ', '.', ',', ', ', 'A', '0', '=', 'v1,', '路', '\t'))
      .map(([at, taken, put]) => value.slice(0, at) + put + value.slice(at + taken)),
    fc.constant(`${value}, ${value}`),
    fc.constant(`${value} ${value}`),
    fc.string(),
  );

const body = fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text, 'utf8'));

const requests = fc.tuple(body, fc.integer({ min: -302, max: 302 })).chain(([bytes, offset]) => {
  const at = new Date(NOW.getTime() + offset * 1000);
  const signed = signWebhook({ id: 'msg_1', at, body: bytes }, [SECRET], ['v1', 'v1sm3']);
  const headers = fc.record({
    'webhook-id': meddled(signed['webhook-id']),
    'webhook-timestamp': meddled(signed['webhook-timestamp']),
    'webhook-signature': meddled(signed['webhook-signature']),
  });
  return fc.record({ headers, body: fc.oneof({ weight: 4, arbitrary: fc.constant(bytes) }, body) });
});

describe('the hub and the SDK', () => {
  it('say the same of every request, for the same reason', () => {
    const said = new Map<string, number>();
    fc.assert(
      fc.property(requests, (request) => {
        const verdict = hubVerifies(request, [SECRET], NOW);
        expect(sdkVerifies(request.headers, request.body, [SECRET], { now: NOW })).toEqual(verdict);
        const name = verdict.kind === 'refused' ? verdict.refusal : verdict.kind;
        said.set(name, (said.get(name) ?? 0) + 1);
      }),
      { numRuns: 1500 },
    );

    expect([...said.keys()].sort()).toEqual([
      'malformed-header',
      'missing-header',
      'outside-tolerance',
      'signature-mismatch',
      'verified',
    ]);
  });
});

describe('the SDK’s reader', () => {
  it('reads any JSON, or calls it malformed', () => {
    const type = fc.constantFrom('case.dispatched', 'case.supervised', 'whistle.blown', 'case.sung', '__proto__', 'toString');
    const event = fc.record({ type, timestamp: fc.string(), data: fc.jsonValue() }, { requiredKeys: [] });
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      event.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(bodies, (text) => {
        try {
          const { type: read, timestamp, data } = parseEvent(text);
          expect([typeof read, typeof timestamp, typeof data]).toEqual(['string', 'string', 'object']);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(MalformedEvent);
        }
      }),
    );
  });
});
