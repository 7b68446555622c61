import { createHash, randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';

const CODES = 10;
const BYTES = 10;

/** Codes for the day the telephone is lost: 80 random bits each, in four groups that can be read aloud. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(BYTES)).buffer });
    return base32.match(/.{4}/g)?.join('-') ?? base32;
  });
}

/** What a code is stored and looked up by; hex. It is random, so a plain hash cannot be guessed back. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest('hex');
}

/** Whether somebody typed a recovery code and not six digits. */
export const looksLikeRecoveryCode = (code: string): boolean => /[a-z]/i.test(code);
