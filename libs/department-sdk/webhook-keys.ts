import { createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** What is signed: the id, the second and the body as text. */
export interface Signed {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

type Matches = (signed: Signed, signature: string) => boolean;

/** By version of a signature, whether it is this key's. */
export type WebhookKey = ReadonlyMap<string, Matches>;

const COMPLAINT =
  'a webhook secret is "whsec_" and base64 of 24 to 64 bytes; of ed25519 the public key is "whpk_", the private one "whsk_"';

/** Reads `whsec_…` (HMAC-SHA256, HMAC-SM3) or `whpk_…` (ed25519). Throws TypeError: a broken key is a fault of the settings, not of a request. */
export function readKey(secret: string): WebhookKey {
  const { kind, bytes } = take(secret);
  if (kind === 'whsec') {
    const webhook = new Webhook(secret);
    return new Map<string, Matches>([
      ['v1', ({ id, at, body }, signature) => sameText(webhook.sign(id, at, body), `v1,${signature}`)],
      ['v1sm3', (signed, signature) => sameText(hmacSm3(bytes, signed), signature)],
    ]);
  }
  if (kind === 'whpk') {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') } });
    return new Map([['v1a', (signed, signature) => verify(null, content(signed), key, Buffer.from(signature, 'base64'))]]);
  }
  throw new TypeError(COMPLAINT);
}

/** Signs with `whsec_…` as v1, with `whsk_…` as v1a. */
export function signatureOf(secret: string, signed: Signed): string {
  const { kind, bytes } = take(secret);
  if (kind === 'whsec') return new Webhook(secret).sign(signed.id, signed.at, signed.body);
  if (kind !== 'whsk') throw new TypeError(COMPLAINT);
  return `v1a,${sign(null, content(signed), privateKey(bytes.subarray(0, 32))).toString('base64')}`;
}

const SIZES = { whsec: [24, 64], whpk: [32, 32], whsk: [32, 64] } as const;

function take(secret: string): { kind: keyof typeof SIZES; bytes: Buffer } {
  const [, kind, base64] = /^(whsec|whpk|whsk)_(.+)$/.exec(secret) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (bytes.toString('base64') !== base64) throw new TypeError(COMPLAINT);
  const [least, most] = SIZES[kind as keyof typeof SIZES];
  if (bytes.length < least || bytes.length > most) throw new TypeError(COMPLAINT);
  return { kind: kind as keyof typeof SIZES, bytes };
}

/** RFC 8410: an ed25519 key in PKCS #8 is its seed behind this. */
const privateKey = (seed: Buffer) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });

const content = ({ id, at, body }: Signed): Buffer => Buffer.from(`${id}.${Math.floor(at.getTime() / 1000)}.${body}`);

const hmacSm3 = (key: Buffer, signed: Signed): string => createHmac('sm3', key).update(content(signed)).digest('base64');

function sameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
