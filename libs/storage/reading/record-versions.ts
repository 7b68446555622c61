import type { DataSource } from 'typeorm';
import type { PlatformId } from '#domain/ids.js';
import { ask } from './ask.js';

/** Everything a platform ever sent under one id. */
export class RecordVersions {
  constructor(private readonly source: DataSource) {}

  /** The bytes, oldest version first; empty when nothing came. */
  async of(platform: PlatformId, externalId: string): Promise<Uint8Array[]> {
    const sql = 'select bytes from records where platform = $1 and external_id = $2 order by id';
    const rows = await ask<{ bytes: Buffer }>(this.source, sql, [platform, externalId]);
    return rows.map(({ bytes }) => bytes);
  }
}
