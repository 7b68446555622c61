import type { DataSource } from 'typeorm';
import type { ExternalId, PlatformId, RecordId } from '#domain/ids.js';
import type { Fault } from '#domain/ports/platform-adapter.js';
import type { RecordSeal } from '#domain/ports/vault.js';
import { ask } from './ask.js';
import { opened } from './opened-record.js';
import type { Page, PageRequest } from './page.js';
import { positionOf, RUNNING_NUMBER, toPage } from './page.js';

/** A record that could not be read, as it came. */
export interface QuarantinedRecord {
  readonly id: RecordId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly receivedAt: Date;
  readonly faults: readonly Fault[] | null;
  readonly bytes: Buffer;
  /** How often it was put back among the waiting, and came here again. */
  readonly retries: number;
}

/** Read again in vain this often, a record will not be readable before a developer has looked. */
export const MOST_RETRIES = 3;

/** How much of a platform lies in quarantine. */
export interface QuarantineCount {
  readonly count: number;
  /** Read again so often in vain that a developer must look. */
  readonly exhausted: number;
}

/** What could not be read and waits for a person, newest first. */
export class QuarantineList {
  constructor(
    private readonly source: DataSource,
    private readonly seal: RecordSeal,
  ) {}

  async page({ cursor, limit }: PageRequest): Promise<Page<QuarantinedRecord>> {
    const [before] = cursor === undefined ? [null] : positionOf(cursor, [RUNNING_NUMBER]);
    const rows = await ask<QuarantinedRecord & { readonly sealed: boolean }>(
      this.source,
      `select id, platform, external_id as "externalId", received_at as "receivedAt", faults, bytes, sealed, retries from records
       where outcome = 'quarantined' and ($1::bigint is null or id < $1) order by id desc limit $2`,
      [before, limit + 1],
    );
    const { items, next } = toPage(rows, limit, ({ id }) => [id]);
    return { items: items.map(({ sealed, ...row }) => ({ ...row, bytes: opened({ ...row, sealed }, this.seal) })), next };
  }

  async of(platform: PlatformId): Promise<QuarantineCount> {
    const [counts] = await ask<QuarantineCount>(
      this.source,
      `select count(*)::int as count, count(*) filter (where retries >= $2)::int as exhausted from records
       where outcome = 'quarantined' and platform = $1`,
      [platform, MOST_RETRIES],
    );
    return counts;
  }

  async count(): Promise<number> {
    const [{ count }] = await ask<{ count: number }>(
      this.source,
      `select count(*)::int as count from records where outcome = 'quarantined'`,
    );
    return count;
  }
}
