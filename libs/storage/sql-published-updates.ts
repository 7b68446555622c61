import type { DataSource } from 'typeorm';
import type { PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { PublishedUpdates } from '#domain/ports/published-updates.js';
import { ask } from './reading/ask.js';

/** Whole seconds, as clients see the time and ask for it again. */
const PUBLISH = `
with known as (
  select c.status from reports r join cases c on c.id = r.case_id where r.platform = $1 and r.external_id = $3
), published as (
  insert into published_updates (platform, reference, external_id, kind, text, department, case_status, published_at)
  select $1, $2, $3, $4, $5, $6, status, date_trunc('second', $7::timestamptz) from known
  on conflict (platform, reference) do nothing
)
select 1 from known`;

/** The updates in PostgreSQL. */
export class SqlPublishedUpdates extends PublishedUpdates {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async publish(platform: PlatformId, { reference, externalId, kind, text, department }: PlatformUpdate): Promise<boolean> {
    const now = this.clock.now();
    const known = await ask(this.source, PUBLISH, [platform, reference, externalId, kind, text, department, now]);
    return known.length > 0;
  }

  async isShown(platform: PlatformId, reference: string): Promise<boolean> {
    const sql = 'select 1 from published_updates where platform = $1 and reference = $2';
    return (await ask(this.source, sql, [platform, reference])).length > 0;
  }
}
