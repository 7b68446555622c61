import type { DataSource } from 'typeorm';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { RecordSeal } from '#domain/ports/vault.js';
import { ask } from './ask.js';
import { opened } from './opened-record.js';

/** Everything a platform ever sent under one id. */
export class RecordVersions {
  constructor(
    private readonly source: DataSource,
    private readonly seal: RecordSeal,
  ) {}

  /** The bytes, oldest version first; empty when nothing came. One whose seal was destroyed has none. */
  async of(platform: PlatformId, externalId: ExternalId): Promise<Uint8Array[]> {
    const sql = 'select bytes, sealed from records where platform = $1 and external_id = $2 order by id';
    const rows = await ask<{ bytes: Buffer; sealed: boolean }>(this.source, sql, [platform, externalId]);
    return rows.map((row) => opened({ ...row, platform, externalId }, this.seal));
  }
}
