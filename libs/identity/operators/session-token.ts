import { createHash, randomBytes } from 'node:crypto';

/** A fresh session: the token goes to the browser and nowhere else, the hash is what is stored. */
export interface SessionToken {
  readonly token: string;
  readonly hash: string;
}

/** Makes an opaque token of 256 random bits. */
export function newSessionToken(): SessionToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashSessionToken(token) };
}

/** What a token is looked up by; hex. The token is random, so a plain hash cannot be guessed back. */
export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
