import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh key: the token goes to whoever asked and nowhere else, the hash is what is stored. */
export interface ApiKeyToken {
  readonly id: string;
  readonly token: string;
  readonly hash: Uint8Array;
}

/** What a token says of itself. */
interface TokenParts {
  readonly id: string;
  readonly secret: string;
}

const TOKEN = /^hlk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** Makes `hlk_<id>_<secret>`: an id to find it by, and 256 random bits. */
export function newApiKeyToken(): ApiKeyToken {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return { id, token: `hlk_${id}_${secret}`, hash: hashOf(secret) };
}

/** Undefined for what is no token of ours. */
export function readApiKeyToken(token: string): TokenParts | undefined {
  const [, id, secret] = TOKEN.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Whether the secret is the hashed one; how long that takes tells nothing about it. */
export const provesKey = (secret: string, hash: Uint8Array): boolean => timingSafeEqual(hashOf(secret), hash);

/** The secret is random, so a plain hash cannot be guessed back. */
const hashOf = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();
