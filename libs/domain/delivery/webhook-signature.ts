import { createHmac, createPublicKey, sign, timingSafeEqual, verify } from 'node:crypto';
import { Defect, OperatorError } from '../errors.js';
import type { WebhookKey } from './webhook-keys.js';
import { readKey } from './webhook-keys.js';

/**
 * Versions a signature can have: `v1` HMAC-SHA256 and `v1a` ed25519 are Standard Webhooks'; `v1sm3`, HMAC-SM3 with the same
 * shared secret, is ours, for 国密 deployments. Verifiers pass over versions they do not know.
 */
export const SIGNATURE_ALGORITHMS = ['v1', 'v1a', 'v1sm3'] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

/** What is signed: a message under its stable id, at the time of this attempt. */
export interface SignableMessage {
  readonly id: string;
  readonly at: Date;
  readonly body: Uint8Array;
}

/** The three headers of Standard Webhooks. */
export type WebhookHeaders = Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>>;

/** Why a request is not believed, in the order in which it is examined. */
export const WEBHOOK_REFUSALS = ['missing-header', 'malformed-header', 'outside-tolerance', 'signature-mismatch'] as const;
export type WebhookRefusal = (typeof WEBHOOK_REFUSALS)[number];

/** The answer of a verification. A verified id may still be one that was seen before: that is the caller's to check. */
export type WebhookVerdict =
  | { readonly kind: 'verified'; readonly id: string; readonly at: Date }
  | { readonly kind: 'refused'; readonly refusal: WebhookRefusal };

/** Tolerance of the reference libraries, in both directions. */
export const TOLERANCE_SECONDS = 300;

const DIGESTS = { v1: 'sha256', v1sm3: 'sm3' } as const;

/**
 * Headers that sign a message with every key given, in every wanted version the key is for: one secret normally, the new and
 * the old one while they rotate.
 */
export function signWebhook(
  message: SignableMessage,
  keys: readonly string[],
  algorithms: readonly SignatureAlgorithm[] = ['v1', 'v1a'],
): WebhookHeaders {
  // A dot in the id would let one signature stand for two different messages.
  if (message.id === '' || /[.\s]/.test(message.id)) throw new Defect('DEFECT', 'a webhook id has no dots');
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const content = contentOf(message.id, timestamp, message.body);
  const signatures = keys.map(readKey).flatMap((key) => signaturesOf(key, content, algorithms));
  if (signatures.length === 0) throw new OperatorError('CONFIG_INVALID', 'a webhook endpoint needs a secret');
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/**
 * Whether one of the keys (`whsec_`, `whpk_`, or the `whsk_` it belongs to) signed this request, recently. Header names in
 * lower case; the body as it came, unparsed.
 */
export function verifyWebhook(
  request: { headers: Readonly<Record<string, string | undefined>>; body: Uint8Array },
  keys: readonly string[],
  now: Date,
  toleranceSeconds: number = TOLERANCE_SECONDS,
): WebhookVerdict {
  const id = request.headers['webhook-id'];
  const timestamp = request.headers['webhook-timestamp'];
  const signature = request.headers['webhook-signature'];
  if (!id || !timestamp || !signature) return refused('missing-header');
  const entries = signature.split(' ');
  const wellFormed =
    !/[.\s]/.test(id) && /^\d{1,12}$/.test(timestamp) && entries.every((entry) => /^[a-z0-9]+,[A-Za-z0-9+/_=-]+$/.test(entry));
  if (!wellFormed) return refused('malformed-header');
  const seconds = Number(timestamp);
  if (Math.abs(Math.floor(now.getTime() / 1000) - seconds) > toleranceSeconds) return refused('outside-tolerance');

  const content = contentOf(id, timestamp, request.body);
  let matches = false;
  for (const key of keys.map(readKey)) {
    // No early way out: the time must not tell which secret or which signature was nearly right.
    for (const entry of entries) matches = signs(key, entry, content) || matches;
  }
  return matches ? { kind: 'verified', id, at: new Date(seconds * 1000) } : refused('signature-mismatch');
}

function refused(refusal: WebhookRefusal): WebhookVerdict {
  return { kind: 'refused', refusal };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

const contentOf = (id: string, timestamp: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);

function signaturesOf(key: WebhookKey, content: Buffer, algorithms: readonly SignatureAlgorithm[]): string[] {
  if (key.kind === 'public') return [];
  if (key.kind === 'private') return algorithms.includes('v1a') ? [`v1a,${sign(null, content, key.key).toString('base64')}`] : [];
  return algorithms.flatMap((version) => (version === 'v1a' ? [] : [`${version},${macOf(version, key.bytes, content)}`]));
}

/** Whether an entry `version,base64` of the signature header is this key's. */
function signs(key: WebhookKey, entry: string, content: Buffer): boolean {
  const [version, signature] = entry.split(',', 2);
  if (key.kind === 'shared') {
    if (version !== 'v1' && version !== 'v1sm3') return false;
    return sameBytes(Buffer.from(signature), Buffer.from(macOf(version, key.bytes, content)));
  }
  const verifying = key.kind === 'private' ? createPublicKey(key.key) : key.key;
  return version === 'v1a' && verify(null, content, verifying, Buffer.from(signature, 'base64'));
}

const macOf = (version: keyof typeof DIGESTS, key: Buffer, content: Buffer): string =>
  createHmac(DIGESTS[version], key).update(content).digest('base64');
