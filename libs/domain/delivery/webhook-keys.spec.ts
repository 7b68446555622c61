import { describe, expect, it } from '@jest/globals';
import { freshPrivateKey, freshSecret, publicKeyOf, readKey } from './webhook-keys.js';
import type { SignatureAlgorithm } from './webhook-signature.js';
import { signWebhook, verifyWebhook } from './webhook-signature.js';

/** Made with openssl: `pkey -pubout`, `pkeyutl -sign -rawin`, `dgst -sm3 -mac HMAC`, over the content below. */
const SEED = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const PRIVATE = 'whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8DoQe/884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuA==';
const PUBLIC = 'whpk_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=';
const SHARED = 'whsec_b2xkIHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ==';
const ED25519 = 'v1a,U+qpMX/rI9BPOh7jtBcT/HlqHzuzPYXahIPHAbKwJVInEZydg+iYfJPHZhn+utPfX3n0/ReIAYXecUkSXLmACA==';
const HMAC_SHA256 = 'v1,lkAqpbIuznB/tEIdB3xUgVgLMrB83ZkIFLs8t5ImiRY=';
const HMAC_SM3 = 'v1sm3,ttKX/Ed7O8BFUcYx9UmK+SRPYifU89LLS/OT/eoYfa0=';
const body = Buffer.from('{"type":"case.dispatched","timestamp":"2026-11-26T00:00:00.000Z","data":{"title":"井盖松动"}}');
const at = new Date('2026-11-26T00:00:00Z');

const signatureBy = (keys: readonly string[], algorithms: readonly SignatureAlgorithm[]): string =>
  signWebhook({ id: 'msg-1', at, body }, keys, algorithms)['webhook-signature'];
const verdictOn = (signature: string, keys: readonly string[], of = body) => {
  const headers = { 'webhook-id': 'msg-1', 'webhook-timestamp': '1795651200', 'webhook-signature': signature };
  const verdict = verifyWebhook({ headers, body: of }, keys, at);
  return verdict.kind === 'refused' ? verdict.refusal : verdict.kind;
};

describe('several signatures at once', () => {
  it.each([
    [['v1'], HMAC_SHA256],
    [['v1a'], ED25519],
    [['v1sm3'], HMAC_SM3],
    [['v1', 'v1sm3', 'v1a'], `${HMAC_SHA256} ${HMAC_SM3} ${ED25519}`],
  ] as const)('signs %j as openssl does', (algorithms, signature) => {
    expect(signatureBy([SHARED, PRIVATE], algorithms)).toBe(signature);
  });

  it.each([
    ['the public key', PUBLIC, ED25519],
    ['the private key', PRIVATE, ED25519],
    ['the bare seed', `whsk_${SEED}`, ED25519],
    ['HMAC-SM3', SHARED, HMAC_SM3],
    ['a header with versions it does not know', SHARED, `v9,AAAA ${ED25519} ${HMAC_SHA256}`],
  ])('verifies by %s', (_, key, signature) => {
    expect(verdictOn(signature, [key])).toBe('verified');
  });

  it.each([
    ['an altered body', PUBLIC, ED25519, Buffer.from('{}')],
    ['an altered body under SM3', SHARED, HMAC_SM3, Buffer.from('{}')],
    ['an HMAC that poses as SM3', SHARED, HMAC_SHA256.replace('v1,', 'v1sm3,'), body],
    ['a signature cut short', PUBLIC, ED25519.slice(0, 60), body],
    ['another public key', publicKeyOf(freshPrivateKey()), ED25519, body],
    ['a version it does not know', SHARED, HMAC_SHA256.replace('v1,', 'v2,'), body],
  ])('refuses %s', (_, key, signature, of) => {
    expect(verdictOn(signature, [key], of)).toBe('signature-mismatch');
  });

  it('has nothing to sign ed25519 with but a private key', () => {
    expect(() => signatureBy([SHARED, PUBLIC], ['v1a'])).toThrow('needs a secret');
  });
});

describe('keys', () => {
  it('tell the public half of a private key', () => {
    expect([publicKeyOf(PRIVATE), publicKeyOf(`whsk_${SEED}`)]).toEqual([PUBLIC, PUBLIC]);
  });

  it('are fresh each time, and sign what they verify', () => {
    const key = freshPrivateKey();
    expect(key).not.toBe(freshPrivateKey());
    expect(freshSecret()).not.toBe(freshSecret());
    expect(freshSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(verdictOn(signatureBy([key], ['v1a']), [publicKeyOf(key)])).toBe('verified');
  });

  it.each([
    ['a private key of half a seed', 'whsk_AAECAwQFBgcICQoLDA0ODw=='],
    ['a private key with the public half of another', PRIVATE.replace('DoQe/', 'DoQe0')],
    ['a public key of 31 bytes', 'whpk_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMQ=='],
    ['an unknown prefix', 'whxx_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg='],
  ])('ask for an operator: %s', (_, key) => {
    expect(() => readKey(key)).toThrow(/"wh(sec|sk|pk)_"/);
  });

  it('cannot be told the public half of a shared secret', () => {
    expect(() => publicKeyOf(SHARED)).toThrow('"whsk_"');
  });
});
