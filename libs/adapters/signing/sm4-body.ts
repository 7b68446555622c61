import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { availableCipher } from './available-crypto.js';

/** How platforms of the field encrypt bodies: SM4 in blocks that hang together, or each block for itself. */
export const BODY_CIPHERS = ['sm4-cbc', 'sm4-ecb'] as const;
export type BodyCipher = (typeof BODY_CIPHERS)[number];

const BLOCK_BYTES = 16;

/** A text encrypted under a key of 32 hex digits: base64, before it in CBC the 16 random bytes it begins with. */
export function encryptBody(cipher: BodyCipher, keyHex: string, text: string, iv: Uint8Array = randomBytes(BLOCK_BYTES)): string {
  const begin = cipher === 'sm4-ecb' ? null : iv;
  const work = createCipheriv(availableCipher(cipher), Buffer.from(keyHex, 'hex'), begin);
  return Buffer.concat([begin ?? Buffer.alloc(0), work.update(text, 'utf8'), work.final()]).toString('base64');
}

/** The bytes of an encrypted body; undefined when the key is another, or somebody changed them. */
export function decryptBody(cipher: BodyCipher, keyHex: string, body: string): Uint8Array | undefined {
  const bytes = Buffer.from(body, 'base64');
  const begin = cipher === 'sm4-ecb' ? null : bytes.subarray(0, BLOCK_BYTES);
  const key = Buffer.from(keyHex, 'hex');
  if (begin && begin.byteLength < BLOCK_BYTES) return undefined;
  const work = createDecipheriv(availableCipher(cipher), key, begin);
  try {
    return Buffer.concat([work.update(bytes.subarray(begin ? BLOCK_BYTES : 0)), work.final()]);
  } catch {
    return undefined;
  }
}
