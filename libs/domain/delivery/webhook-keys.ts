import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { OperatorError } from '../errors.js';

/** A key as its text names it: `whsec_` both sides have, `whsk_` signs what `whpk_` verifies. */
export type WebhookKey =
  | { readonly kind: 'shared'; readonly bytes: Buffer }
  | { readonly kind: 'private'; readonly key: KeyObject }
  | { readonly kind: 'public'; readonly key: KeyObject };

const SHARED = 'whsec_';
const PRIVATE = 'whsk_';
const PUBLIC = 'whpk_';
const ED25519_BYTES = 32;
/** RFC 8410: what PKCS #8 and SPKI put before the 32 bytes of an ed25519 key. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Writes key bytes the way Standard Webhooks hands them out. */
export function serialiseSecret(key: Uint8Array): string {
  if (!isSecretLength(key.length)) throw new OperatorError('CONFIG_INVALID', 'a webhook secret has 24 to 64 bytes');
  return SHARED + Buffer.from(key).toString('base64');
}

/** A shared secret nobody has seen yet: 32 random bytes. */
export const freshSecret = (): string => serialiseSecret(randomBytes(32));

/** An ed25519 key of our own, `whsk_`: seed and public half, 64 bytes. */
export function freshPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-ED25519_BYTES);
  return PRIVATE + Buffer.concat([seed, rawPublic(createPublicKey(privateKey))]).toString('base64');
}

/** The `whpk_` with which others verify what a `whsk_` signed. */
export function publicKeyOf(privateKey: string): string {
  const key = readKey(privateKey);
  if (key.kind !== 'private') throw new OperatorError('CONFIG_INVALID', `a private webhook key begins with "${PRIVATE}"`);
  return PUBLIC + rawPublic(createPublicKey(key.key)).toString('base64');
}

/** Keys are settings of ours, so a broken one is an operator's matter and must not look like a forged request. */
export function readKey(text: string): WebhookKey {
  if (text.startsWith(PRIVATE)) return { kind: 'private', key: privateKeyOf(bytesAfter(PRIVATE, text)) };
  if (text.startsWith(PUBLIC)) return { kind: 'public', key: publicKey(bytesAfter(PUBLIC, text)) };
  const bytes = text.startsWith(SHARED) ? bytesAfter(SHARED, text) : undefined;
  if (bytes && isSecretLength(bytes.length)) return { kind: 'shared', bytes };
  throw new OperatorError('CONFIG_INVALID', `a webhook secret is "${SHARED}" and base64 of 24 to 64 bytes`);
}

function privateKeyOf(bytes: Buffer | undefined): KeyObject {
  if (bytes?.length !== ED25519_BYTES && bytes?.length !== 2 * ED25519_BYTES) throw brokenKey(PRIVATE);
  const der = Buffer.concat([PKCS8_HEAD, bytes.subarray(0, ED25519_BYTES)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const told = bytes.subarray(ED25519_BYTES);
  if (told.length > 0 && !told.equals(rawPublic(createPublicKey(key)))) throw brokenKey(PRIVATE);
  return key;
}

function publicKey(bytes: Buffer | undefined): KeyObject {
  if (bytes?.length !== ED25519_BYTES) throw brokenKey(PUBLIC);
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, bytes]), format: 'der', type: 'spki' });
}

const isSecretLength = (length: number): boolean => length >= 24 && length <= 64;

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-ED25519_BYTES);

function bytesAfter(prefix: string, text: string): Buffer | undefined {
  const base64 = text.slice(prefix.length);
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

const brokenKey = (prefix: string): OperatorError =>
  new OperatorError('CONFIG_INVALID', `an ed25519 webhook key is "${prefix}" and base64 of the key`);
