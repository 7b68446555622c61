import { scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';
import { Defect } from '#domain/errors.js';

const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** How hashes of before argon2id begin. */
export const SCRYPT_PREFIX = '$scrypt$';

/** Whether a password is the one that a hash of before argon2id was made of, under the cost that stands in the hash. */
export async function verifyScrypt(password: string, stored: string): Promise<boolean> {
  const parts = STORED.exec(stored);
  if (parts === null) throw new Defect('DEFECT', 'a stored password hash cannot be read');
  const [, logN, r, p, salt, hash] = parts;
  const expected = Buffer.from(hash, 'base64');
  const options = { N: 2 ** Number(logN), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), expected.length, options), expected);
}

function derive(password: string, salt: Uint8Array, bytes: number, options: ScryptOptions): Promise<Buffer> {
  const maxmem = 256 * (options.N ?? 1) * (options.r ?? 1);
  return new Promise((resolve, reject) => {
    scrypt(password, salt, bytes, { ...options, maxmem }, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
