import type { DataSource } from 'typeorm';
import type { PlatformId } from '#domain/ids.js';
import { ask } from './ask.js';

/** What came from one platform on one day, and what became of it. */
export interface PlatformDay {
  readonly platform: PlatformId;
  readonly pulled: number;
  readonly opened: number;
  readonly attached: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly quarantined: number;
  readonly waiting: number;
}

/** What came in on a day, by platform: the ledger's figures without its proofs, cheap enough for every second. */
export class PlatformDays {
  constructor(private readonly source: DataSource) {}

  /** `day` as `yyyy-MM-dd`. */
  async of(day: string): Promise<Map<PlatformId, PlatformDay>> {
    const rows = await ask<PlatformDay>(
      this.source,
      `with pulled as (
         select platform, sum(pulled)::int as pulled, sum(unchanged)::int as unchanged from pages where day = $1 group by platform
       ), worked as (
         select platform, count(*) filter (where outcome = 'opened')::int as opened, count(*) filter (where outcome = 'attached')::int as attached,
           count(*) filter (where outcome = 'updated')::int as updated, count(*) filter (where outcome = 'unchanged')::int as unchanged,
           count(*) filter (where outcome = 'withdrawn')::int as withdrawn, count(*) filter (where outcome = 'quarantined')::int as quarantined,
           count(*) filter (where outcome is null)::int as waiting
         from records where day = $1 group by platform
       )
       select platform, coalesce(p.pulled, 0) as pulled, coalesce(w.opened, 0) as opened, coalesce(w.attached, 0) as attached,
         coalesce(w.updated, 0) as updated, coalesce(p.unchanged, 0) + coalesce(w.unchanged, 0) as unchanged,
         coalesce(w.withdrawn, 0) as withdrawn, coalesce(w.quarantined, 0) as quarantined, coalesce(w.waiting, 0) as waiting
       from pulled p full join worked w using (platform) order by platform`,
      [day],
    );
    return new Map(rows.map((row) => [row.platform, row]));
  }
}
