import { createHmac, timingSafeEqual } from 'node:crypto';
import { Defect, OperatorError } from '../errors.js';

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

const SECRET_PREFIX = 'whsec_';

/** Writes key bytes the way Standard Webhooks hands them out. */
export function serialiseSecret(key: Uint8Array): string {
  if (key.length < 24 || key.length > 64) throw new OperatorError('CONFIG_INVALID', 'a webhook secret has 24 to 64 bytes');
  return SECRET_PREFIX + Buffer.from(key).toString('base64');
}

/** Headers that sign a message with every secret given: one normally, the new and the old one while they rotate. */
export function signWebhook(message: SignableMessage, secrets: readonly string[]): WebhookHeaders {
  // A dot in the id would let one signature stand for two different messages.
  if (message.id === '' || /[.\s]/.test(message.id)) throw new Defect('DEFECT', 'a webhook id has no dots');
  if (secrets.length === 0) throw new OperatorError('CONFIG_INVALID', 'a webhook endpoint needs a secret');
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const mac = macOf(keyOf(secret), message.id, timestamp, message.body);
    return `v1,${mac.toString('base64')}`;
  });
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Whether one of the secrets signed this request, recently. Header names in lower case; the body as it came, unparsed. */
export function verifyWebhook(
  request: { headers: Readonly<Record<string, string | undefined>>; body: Uint8Array },
  secrets: readonly string[],
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

  const offered = entries.filter((entry) => entry.startsWith('v1,')).map((entry) => Buffer.from(entry.slice('v1,'.length)));
  let matches = false;
  for (const secret of secrets) {
    const expected = Buffer.from(macOf(keyOf(secret), id, timestamp, request.body).toString('base64'));
    // No early way out: the time must not tell which secret or which signature was nearly right.
    for (const candidate of offered) matches = sameBytes(candidate, expected) || matches;
  }
  return matches ? { kind: 'verified', id, at: new Date(seconds * 1000) } : refused('signature-mismatch');
}

function refused(refusal: WebhookRefusal): WebhookVerdict {
  return { kind: 'refused', refusal };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

function macOf(key: Uint8Array, id: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

/** Secrets are settings of ours, so a broken one is an operator's matter and must not look like a forged request. */
function keyOf(secret: string): Buffer {
  const text = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : '';
  const key = Buffer.from(text, 'base64');
  if (key.toString('base64') !== text || key.length < 24 || key.length > 64) {
    throw new OperatorError('CONFIG_INVALID', `a webhook secret is "${SECRET_PREFIX}" and base64 of 24 to 64 bytes`);
  }
  return key;
}
