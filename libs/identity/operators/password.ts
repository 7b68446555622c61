import { hash, verify } from '@node-rs/argon2';
import { Defect } from '#domain/errors.js';
import { SCRYPT_PREFIX, verifyScrypt } from './scrypt-password.js';

/**
 * 19 MiB, two passes, one lane: what OWASP's Password Storage Cheat Sheet asks of argon2id at least
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id). It runs on libuv's threads.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const HEAD = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;
/** What the library reads: it takes a shorter one for a wrong password. */
const WHOLE = /^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/;

/** Hash of a password with its salt and cost in it: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export function hashPassword(password: string): Promise<string> {
  return hash(sameOnEveryKeyboard(password), COST);
}

/**
 * Whether a password is the one that was hashed. Without a hash (nobody of that name) it is refused after the same work, so
 * that the time does not tell who has an account.
 */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  if (stored == null) {
    await hashPassword(password);
    return false;
  }
  const typed = sameOnEveryKeyboard(password);
  if (stored.startsWith(SCRYPT_PREFIX)) return verifyScrypt(typed, stored);
  if (!WHOLE.test(stored)) throw new Defect('DEFECT', 'a stored password hash cannot be read');
  return verify(stored, typed);
}

/** Whether a hash is of an older kind or cost, and is made anew when its password is known next. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(HEAD);
}

/** The same characters typed on another keyboard may arrive as other code points. */
const sameOnEveryKeyboard = (password: string): string => password.normalize('NFKC');
