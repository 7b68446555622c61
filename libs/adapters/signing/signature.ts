import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { availableHash } from './available-crypto.js';

/** How platforms of the field sign: MD5 with the secret behind the text, or a keyed hash; SM3 is the national one. */
export const SIGNATURES = ['md5', 'hmac-sha256', 'hmac-sm3'] as const;
export type Signature = (typeof SIGNATURES)[number];

/** The digest of a text, given in parts that are taken one behind the other, under a secret. */
export function signatureOf(signature: Signature, secret: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = signature === 'md5' ? createHash(availableHash('md5')) : createHmac(keyedHash(signature), secret);
  for (const part of parts) hash.update(part);
  if (signature === 'md5') hash.update(secret);
  return hash.digest();
}

const keyedHash = (signature: Exclude<Signature, 'md5'>): string => availableHash(signature === 'hmac-sm3' ? 'sm3' : 'sha256');

/** Whether a signature somebody sent, in hex, is the expected one; the time it takes does not tell where they differ. */
export function isSignature(expected: Uint8Array, given: string): boolean {
  const bytes = Buffer.from(given, 'hex');
  return given.length === expected.byteLength * 2 && bytes.byteLength === expected.byteLength && timingSafeEqual(expected, bytes);
}
