import { getCiphers, getHashes } from 'node:crypto';
import { OperatorError } from '#domain/errors.js';

const missing = (what: string): OperatorError =>
  new OperatorError(
    'CONFIG_INVALID',
    `this Node's OpenSSL (${process.versions.openssl}) was built without ${what}: the platform needs it`,
  );

/** The name of a digest, once it is sure that this Node's OpenSSL has it; some builds leave out SM3. */
export function availableHash(name: string, known: readonly string[] = getHashes()): string {
  if (!known.includes(name)) throw missing(name);
  return name;
}

/** The name of a cipher, once it is sure that this Node's OpenSSL has it; some builds leave out SM4. */
export function availableCipher(name: string, known: readonly string[] = getCiphers()): string {
  if (!known.includes(name)) throw missing(name);
  return name;
}
