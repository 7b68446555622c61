import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { WEBHOOK_REFUSALS, verifyWebhook as hubVerifies } from '#domain/delivery/webhook-signature.js';
import { MemorySeenIds, Once, REFUSALS, verifyWebhook as sdkVerifies } from '#department-sdk/index.js';
import { SCHEMES, vectorScript, vectorsOf, vectorText, type SignatureVector } from './signature-vectors.js';

const nowOf = ({ now }: SignatureVector): Date => new Date(now * 1000);
const bodyOf = ({ bodyBase64 }: SignatureVector): Buffer => Buffer.from(bodyBase64, 'base64');

const hubSays = (vector: SignatureVector): string => {
  const verdict = hubVerifies({ headers: vector.headers, body: bodyOf(vector) }, vector.secrets, nowOf(vector));
  return verdict.kind === 'refused' ? verdict.refusal : verdict.kind;
};
const sdkSays = (vector: SignatureVector): string => {
  const verdict = sdkVerifies(vector.headers, bodyOf(vector), vector.secrets, { now: nowOf(vector) });
  return verdict.kind === 'refused' ? verdict.refusal : verdict.kind;
};

describe.each(SCHEMES)('signatures of version %s that OpenSSL computed', (scheme) => {
  const vectors = vectorsOf(scheme);

  it('are those the script computes', () => {
    expect(execFileSync('sh', [vectorScript, scheme], { encoding: 'utf8' })).toBe(vectorText(scheme));
  });

  it.each(vectors)('are $expect by the hub: $name', (vector) => {
    expect(hubSays(vector)).toBe(vector.expect);
  });

  it.each(vectors)('are $expect by the SDK: $name', (vector) => {
    expect(sdkSays(vector)).toBe(vector.sdk ?? vector.expect);
  });

  it('give an example of every refusal there is', () => {
    expect(new Set(vectors.map(({ expect: says }) => says))).toEqual(new Set(['verified', ...WEBHOOK_REFUSALS]));
    expect(new Set(vectors.map(({ expect: says, sdk }) => sdk ?? says))).toEqual(new Set(['verified', ...REFUSALS]));
  });

  it.each(vectors.filter(({ seen }) => seen))('are verified and still acted on no more: $name', async (vector) => {
    const seen = new MemorySeenIds();
    seen.add(vector.headers['webhook-id']);
    let acted = 0;

    expect(sdkSays(vector)).toBe('verified');
    expect(await new Once(seen).act(vector.headers['webhook-id'], () => void acted++)).toBe('repeat');
    expect(acted).toBe(0);
  });
});

describe('a signature of one version', () => {
  it.each([
    ['v1', 'v1sm3'],
    ['v1sm3', 'v1'],
  ] as const)('%s is not taken for %s, though the secret is the same', (from, to) => {
    const [vector] = vectorsOf(from);
    const headers = { ...vector.headers, 'webhook-signature': vector.headers['webhook-signature'].replace(from, to) };

    expect(hubSays({ ...vector, headers })).toBe('signature-mismatch');
    expect(sdkSays({ ...vector, headers })).toBe('signature-mismatch');
  });

  it.each(['v1', 'v1a', 'v1sm3'] as const)('%s is found among all of them', (scheme) => {
    const all = SCHEMES.map((each) => vectorsOf(each)[0]);
    const signatures = all.map(({ headers }) => headers['webhook-signature']).join(' ');
    const [vector] = vectorsOf(scheme);
    const headers = { ...vector.headers, 'webhook-signature': signatures };

    expect(hubSays({ ...vector, headers })).toBe('verified');
    expect(sdkSays({ ...vector, headers })).toBe('verified');
  });
});
