import type { ApiKey, ApiKeyTerms } from '#domain/ports/api-key-book.js';
import type { ApiKeyBook } from '#domain/ports/api-key-book.js';
import type { ErrorCode } from '#domain/error-codes.js';
import { newApiKeyToken, provesKey, readApiKeyToken } from './api-key-token.js';

/** Whether a token opens anything. The code is for the refusal log: a stranger is told only that it does not. */
export type KeyVerdict =
  { readonly kind: 'known'; readonly key: ApiKey } | { readonly kind: 'refused'; readonly code: ErrorCode; readonly id?: string };

/** How often a key that is in use is written down as used. */
const NOTED_EVERY_MS = 60_000;
/** Compared with where no such key is, so that a made-up id answers as slowly as a real one. */
const NOBODYS_HASH = new Uint8Array(32);

/** Keys of programs: made once, shown once, found by what they prove. */
export class ApiKeys {
  constructor(private readonly book: ApiKeyBook) {}

  /** The token is in this answer and nowhere else. */
  async make(terms: ApiKeyTerms, by: string, now: Date): Promise<ApiKey & { readonly token: string }> {
    const { id, token, hash } = newApiKeyToken();
    const key = { ...terms, id, createdBy: by, createdAt: now };
    await this.book.add({ key, hash });
    return { ...key, token };
  }

  all(): Promise<ApiKey[]> {
    return this.book.all();
  }

  /** False when there is no such key. */
  revoke(id: string, now: Date): Promise<boolean> {
    return this.book.revoke(id, now);
  }

  async find(token: string, now: Date): Promise<KeyVerdict> {
    const parts = readApiKeyToken(token);
    if (!parts) return { kind: 'refused', code: 'API_KEY_UNKNOWN' };
    const { id, secret } = parts;
    const found = await this.book.find(id);
    const isProven = provesKey(secret, found?.hash ?? NOBODYS_HASH);
    if (!found || !isProven) return { kind: 'refused', code: 'API_KEY_UNKNOWN', id };
    const { key } = found;
    if (key.revokedAt !== undefined) return { kind: 'refused', code: 'API_KEY_REVOKED', id };
    if (key.expiresAt !== undefined && key.expiresAt <= now) return { kind: 'refused', code: 'API_KEY_EXPIRED', id };
    if (isUnnoted(key, now)) await this.book.noteUse(id, now);
    return { kind: 'known', key };
  }
}

const isUnnoted = ({ lastUsedAt }: ApiKey, now: Date): boolean =>
  lastUsedAt === undefined || now.getTime() - lastUsedAt.getTime() >= NOTED_EVERY_MS;
