import { randomBytes } from 'node:crypto';
import { OperatorError } from '#domain/errors.js';
import type { KeyRing } from './key-ring.js';

/** Everything secret that the vault needs. The pepper never changes, or callers would not be recognised any more. */
export interface VaultKeys {
  readonly ring: KeyRing;
  readonly phonePepper: Uint8Array;
}

/** `vault.key` as it is written: keys in base64. */
export interface KeyFile {
  readonly active: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly phonePepper: string;
}

const KEY_BYTES = 32;

/** A key nobody has seen, in base64, and its name. */
export const freshKey = (): { readonly id: string; readonly secret: string } => ({
  id: `k${randomBytes(4).toString('hex')}`,
  secret: randomBytes(KEY_BYTES).toString('base64'),
});

/** The keys of a file's text; throws `CONFIG_INVALID` for one that is no key file. */
export function parseKeyFile(text: string, path: string): VaultKeys {
  try {
    const file = JSON.parse(text) as KeyFile;
    const keys = Object.fromEntries(Object.entries(file.keys).map(([id, secret]) => [id, secretBytes(secret)]));
    if (!Object.hasOwn(keys, file.active)) throw new TypeError('the active key is not among the keys');
    return { ring: { active: file.active, keys, file: path }, phonePepper: secretBytes(file.phonePepper) };
  } catch (error) {
    throw new OperatorError('CONFIG_INVALID', `${path} is no key file; restore it from a backup`, { cause: error });
  }
}

function secretBytes(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== KEY_BYTES) throw new TypeError(`a key has ${KEY_BYTES} bytes`);
  return bytes;
}
