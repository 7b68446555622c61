import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiKey, ProvenKey } from '#domain/ports/api-key-book.js';
import { ApiKeyBook } from '#domain/ports/api-key-book.js';
import { ApiKeys } from './api-keys.js';

const NOW = new Date('2026-11-26T00:00:00Z');
const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const TERMS = { name: '水务系统', role: 'department', scopeKind: 'department', scopeIds: ['water-affairs'] };

class MemoryBook extends ApiKeyBook {
  readonly kept = new Map<string, ProvenKey>();
  readonly uses: Date[] = [];
  override async add(key: ProvenKey): Promise<void> {
    this.kept.set(key.key.id, key);
  }
  override async all(): Promise<ApiKey[]> {
    return [...this.kept.values()].map(({ key }) => key);
  }
  override async find(id: string): Promise<ProvenKey | undefined> {
    return this.kept.get(id);
  }
  override async revoke(id: string, at: Date): Promise<boolean> {
    return this.change(id, { revokedAt: at });
  }
  override async noteUse(id: string, at: Date): Promise<void> {
    this.uses.push(at);
    this.change(id, { lastUsedAt: at });
  }
  private change(id: string, change: Partial<ApiKey>): boolean {
    const found = this.kept.get(id);
    if (found) this.kept.set(id, { ...found, key: { ...found.key, ...change } });
    return found !== undefined;
  }
}

describe('API keys', () => {
  let book: MemoryBook;
  let keys: ApiKeys;
  beforeEach(() => {
    book = new MemoryBook();
    keys = new ApiKeys(book);
  });

  it('are shown once and kept as a hash of 256 random bits', async () => {
    const { token, id } = await keys.make(TERMS, 'li', NOW);
    const [, secret] = /^hlk_[0-9a-f]{16}_([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
    const kept = book.kept.get(id);
    expect(kept?.key).toEqual({ ...TERMS, id, createdBy: 'li', createdAt: NOW });
    expect(kept?.hash).toEqual(
      createHash('sha256')
        .update(secret ?? '')
        .digest(),
    );
    expect((await keys.make(TERMS, 'li', NOW)).token).not.toBe(token);
  });

  it('are found by their token', async () => {
    const { token, id } = await keys.make(TERMS, 'li', NOW);
    expect(await keys.find(token, NOW)).toMatchObject({ kind: 'known', key: { id, scopeIds: ['water-affairs'] } });
  });

  it('live until they expire, and no instant longer', async () => {
    const { token, id } = await keys.make({ ...TERMS, expiresAt: after(10) }, 'li', NOW);
    expect(await keys.find(token, after(9))).toMatchObject({ kind: 'known' });
    expect(await keys.find(token, after(10))).toEqual({ kind: 'refused', code: 'API_KEY_EXPIRED', id });
  });

  it('end when they are revoked', async () => {
    const { token, id } = await keys.make({ ...TERMS, expiresAt: after(10) }, 'li', NOW);
    expect(await keys.revoke(id, NOW)).toBe(true);
    expect(await keys.find(token, after(60))).toEqual({ kind: 'refused', code: 'API_KEY_REVOKED', id });
    expect(await keys.revoke('0000000000000000', NOW)).toBe(false);
  });

  it.each([
    ['another secret', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['another id', (token: string) => token.replace(/^hlk_./, token[4] === '0' ? 'hlk_1' : 'hlk_0')],
    ['no secret', (token: string) => token.slice(0, 21)],
    ['more behind it', (token: string) => `${token}A`],
    ['another prefix', (token: string) => token.replace('hlk_', 'sk_')],
  ])('are not opened by %s, and no use is noted', async (_, forge) => {
    const { token } = await keys.make(TERMS, 'li', NOW);
    expect(await keys.find(forge(token), NOW)).toMatchObject({ kind: 'refused', code: 'API_KEY_UNKNOWN' });
    expect(book.uses).toEqual([]);
  });

  it('are noted as used once a minute at most', async () => {
    const { token } = await keys.make(TERMS, 'li', NOW);
    for (const seconds of [0, 1, 59, 60, 61]) await keys.find(token, after(seconds));
    expect(book.uses).toEqual([NOW, after(60)]);
  });
});
