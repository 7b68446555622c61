import type { DataSource } from 'typeorm';
import { Forgetting } from '#domain/ports/forgetting.js';
import type { TimeIsOver } from '#domain/privacy/retention-policy.js';
import { transact } from '../transact.js';

/** Everything of these reports by which somebody could be found; the records they came in lose their bytes, not their row. */
const forget = (chosen: string): string => `
with chosen as (${chosen}), reported as (
  update reports r set sealed_reporter = null, reporter_hash = null, identity_hashes = null, erased_at = $1
  from chosen where r.id = chosen.id returning r.platform, r.external_id
), emptied as (
  update records x set bytes = '', sealed = true from reported
  where x.platform = reported.platform and x.external_id = reported.external_id
)
select count(*)::int as count from reported`;

const OVER = forget(`select r.id from reports r join cases c on c.id = r.case_id
  where r.nature = $2 and c.closed_at < $3 and r.erased_at is null order by c.closed_at limit $4 for update of r skip locked`);

const OF_NUMBER = forget(`select id from reports where reporter_hash = $2
  union select id from reports where identity_hashes @> array[$2::text]`);

/** Forgetting in PostgreSQL. */
export class SqlForgetting extends Forgetting {
  constructor(private readonly source: DataSource) {
    super();
  }

  forgetOver({ nature, closedBefore }: TimeIsOver, now: Date, limit: number): Promise<number> {
    return this.counted(OVER, [now, nature, closedBefore, limit]);
  }

  forgetNumber(hash: string, now: Date): Promise<number> {
    return this.counted(OF_NUMBER, [now, hash]);
  }

  private counted(sql: string, parameters: unknown[]): Promise<number> {
    return transact(this.source, async (manager) => {
      const [{ count }] = await manager.query<{ count: number }[]>(sql, parameters);
      return count;
    });
  }
}
