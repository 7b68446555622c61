import type { DataSource } from 'typeorm';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { Fault } from '#domain/ports/platform-adapter.js';
import type { Outcome } from '#domain/report/records.js';
import { ask } from './ask.js';

/** A record that lies in quarantine, and why. */
export interface RefusedRecord {
  readonly externalId: ExternalId;
  readonly faults: readonly Fault[];
}

/** What became of the records of one import. */
export class ImportOutcomes {
  constructor(
    private readonly source: DataSource,
    private readonly platform: PlatformId,
  ) {}

  /** Newest record there is, as the line between what was before and what comes now. */
  async newest(): Promise<string> {
    const [{ id }] = await ask<{ id: string }>(
      this.source,
      'select coalesce(max(id), 0)::text as id from records where platform = $1',
      [this.platform],
    );
    return id;
  }

  /** Records behind that line by outcome. */
  async countsSince(id: string): Promise<Partial<Record<Outcome | 'waiting', number>>> {
    const rows = await ask<{ outcome: Outcome | 'waiting'; count: number }>(
      this.source,
      `select coalesce(outcome, 'waiting') as outcome, count(*)::int as count from records where platform = $1 and id > $2::bigint group by 1`,
      [this.platform, id],
    );
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }

  /** Which of these ids have their newest record in quarantine. */
  refusedAmong(ids: readonly string[]): Promise<RefusedRecord[]> {
    return ask<RefusedRecord>(
      this.source,
      `select "externalId", faults from (
         select distinct on (external_id) external_id as "externalId", outcome, faults from records
         where platform = $1 and external_id = any($2::text[]) order by external_id, id desc
       ) newest where outcome = 'quarantined'`,
      [this.platform, ids],
    );
  }
}
