import { readUtf8 } from './utf8.js';
import { readKey } from './webhook-keys.js';

/** Why a webhook is not believed, in the order in which it is examined. */
export const REFUSALS = [
  'missing-header',
  'malformed-header',
  'outside-tolerance',
  'malformed-body',
  'signature-mismatch',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A verified id may still be one that was seen before: `Once` looks after that. */
export type Verdict =
  { readonly kind: 'verified'; readonly id: string; readonly at: Date } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Headers as Node's `http` gives them, or those of a `Request`. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>> | Pick<Headers, 'get'>;

export interface VerifyOptions {
  /** How far the sender's clock may be from ours, either way; 300 by default. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
}

const TOLERANCE_SECONDS = 300;
const SIGNATURE = /^[a-z0-9]+,[A-Za-z0-9+/_=-]+$/;

/**
 * Whether the hub sent this, now, and nobody changed it. `rawBody` is the body as it came, before any JSON is read;
 * `secrets` are yours, the new and the old one while they rotate. Throws TypeError when a secret is none.
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  rawBody: Uint8Array,
  secrets: readonly string[],
  { toleranceSeconds = TOLERANCE_SECONDS, now = new Date() }: VerifyOptions = {},
): Verdict {
  const keys = secrets.map(readKey);
  if (keys.length === 0) throw new TypeError('a webhook is verified with at least one secret');
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => read(headers, name));
  if (!id || !timestamp || !signature) return refused('missing-header');
  const entries = signature.split(' ');
  if (/[.\s]/.test(id) || !/^\d{1,12}$/.test(timestamp) || !entries.every((entry) => SIGNATURE.test(entry))) {
    return refused('malformed-header');
  }
  const at = new Date(Number(timestamp) * 1000);
  if (Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp)) > toleranceSeconds) return refused('outside-tolerance');
  // Other bytes would be signed as something else than what was sent.
  const body = readUtf8(rawBody);
  if (body === undefined) return refused('malformed-body');
  const offered = entries.map((entry) => entry.split(',') as [version: string, signature: string]);
  // No early way out: the time must not tell which key or which signature was nearly right.
  const matches = keys.flatMap((key) => offered.map(([version, given]) => key.get(version)?.({ id, at, body }, given)));
  return matches.includes(true) ? { kind: 'verified', id, at } : refused('signature-mismatch');
}

const refused = (refusal: Refusal): Verdict => ({ kind: 'refused', refusal });

/** A header that came twice has no value that could be believed; joined, it is malformed. */
function read(headers: WebhookHeaders, name: string): string | undefined {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const fields = headers as Readonly<Record<string, string | readonly string[] | undefined>>;
  const values = Object.keys(fields)
    .filter((key) => key.toLowerCase() === name)
    .flatMap((key) => fields[key] ?? []);
  return values.length === 0 ? undefined : values.join(', ');
}
