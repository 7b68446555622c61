import type { DataSource } from 'typeorm';
import type { ApiKey, ProvenKey } from '#domain/ports/api-key-book.js';
import { ApiKeyBook } from '#domain/ports/api-key-book.js';
import { ask } from '../reading/ask.js';
import { rowsOf } from '../sql-record-store.js';

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly scope_kind: string;
  readonly scope_ids: readonly string[];
  readonly hash: Buffer;
  readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** Keys of programs in PostgreSQL, their secrets as hashes only. */
export class SqlApiKeyBook extends ApiKeyBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  async add({ key, hash }: ProvenKey): Promise<void> {
    const { id, name, role, scopeKind, scopeIds, createdBy, createdAt, expiresAt } = key;
    await ask(
      this.source,
      `insert into api_keys (id, name, role, scope_kind, scope_ids, hash, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, name, role, scopeKind, scopeIds, hash, createdBy, createdAt, expiresAt ?? null],
    );
  }

  async all(): Promise<ApiKey[]> {
    return (await ask<ApiKeyRow>(this.source, 'select * from api_keys order by created_at desc, id')).map(toKey);
  }

  async find(id: string): Promise<ProvenKey | undefined> {
    const [row] = await ask<ApiKeyRow>(this.source, 'select * from api_keys where id = $1', [id]);
    return row && { key: toKey(row), hash: row.hash };
  }

  async revoke(id: string, at: Date): Promise<boolean> {
    const sql = 'update api_keys set revoked_at = coalesce(revoked_at, $2) where id = $1 returning id';
    return rowsOf(await ask(this.source, sql, [id, at])).length > 0;
  }

  async noteUse(id: string, at: Date): Promise<void> {
    await ask(this.source, 'update api_keys set last_used_at = greatest(last_used_at, $2) where id = $1', [id, at]);
  }
}

const toKey = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  role: row.role,
  scopeKind: row.scope_kind,
  scopeIds: row.scope_ids,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
});
