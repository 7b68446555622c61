import type { DataSource } from 'typeorm';
import type { ErrorCode } from '#domain/error-codes.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import type { Reconciliation } from '#domain/reconcile/reconciliation.js';
import { translateDatabaseError } from './database-errors.js';
import { rowsOf } from './sql-record-store.js';

/** A head without its record is a record that was lost: only both together are one that the hub has. */
const LACKING = `
select i.id from unnest($2::text[]) as i(id) where not exists (
  select 1 from record_heads h where h.platform = $1 and h.external_id = i.id and (
    exists (select 1 from records r where r.platform = $1 and r.external_id = i.id)
    or exists (select 1 from reports p where p.platform = $1 and p.external_id = i.id)))`;

const KEEP = `
insert into reconciliations (platform, at, day, counted_before, at_source, ours, missing, healed, error_code, error)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const NEWEST = `
select platform, at, to_char(day, 'YYYY-MM-DD') as day, counted_before as before, at_source as "atSource", ours, missing, healed,
  error_code as code, error as message
from reconcile_turns t
  join lateral (select at from reconciliations n where n.platform = t.platform order by at desc limit 1) newest on true
  join reconciliations r using (platform, at) order by platform, day desc`;

/** The update does not see what the insert beside it has just put in. */
const TAKE_DUE = `
with met as (
  insert into reconcile_turns (platform, next_at) select id, $2 from unnest($1::text[]) as p(id)
  where not exists (select 1 from reconcile_turns t where t.platform = p.id) on conflict do nothing
)
update reconcile_turns set next_at = $3 where platform = any($1::text[]) and next_at <= $4 returning platform`;

interface Row {
  readonly platform: PlatformId;
  readonly at: Date;
  readonly day: string;
  readonly before: Date | null;
  readonly atSource: number | null;
  readonly ours: number | null;
  readonly missing: ExternalId[];
  readonly healed: ExternalId[];
  readonly code: ErrorCode | null;
  readonly message: string | null;
}

/** Comparisons with the platforms in PostgreSQL. */
export class SqlReconcileBook extends ReconcileBook {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async lastGoodPull(platform: PlatformId): Promise<Date | undefined> {
    const [row] = await this.query<{ at: Date | null }>('select pulled_at as at from pulls where platform = $1', [platform]);
    return row?.at ?? undefined;
  }

  async lacking(platform: PlatformId, ids: readonly ExternalId[]): Promise<ExternalId[]> {
    return (await this.query<{ id: ExternalId }>(LACKING, [platform, ids])).map(({ id }) => id);
  }

  async forget(platform: PlatformId, ids: readonly ExternalId[]): Promise<void> {
    const alone = 'not exists (select 1 from records r where r.platform = h.platform and r.external_id = h.external_id)';
    const sql = `delete from record_heads h where h.platform = $1 and h.external_id = any($2::text[]) and ${alone}`;
    await this.query(sql, [platform, ids]);
  }

  async keep(result: Reconciliation): Promise<void> {
    const { platform, at, day } = result;
    const found =
      result.kind === 'counted'
        ? [result.before, result.atSource, result.ours, result.missing, result.healed, null, null]
        : [null, null, null, [], [], result.code, result.message];
    await this.query(KEEP, [platform, at, day, ...found]);
  }

  async newest(): Promise<Reconciliation[]> {
    return (await this.query<Row>(NEWEST)).map(toResult);
  }

  async takeDue(platforms: readonly PlatformId[], first: Date, leaseUntil: Date): Promise<PlatformId[]> {
    const due = await this.query<{ platform: PlatformId }>(TAKE_DUE, [platforms, first, leaseUntil, this.clock.now()]);
    return due.map(({ platform }) => platform);
  }

  async nextAt(platform: PlatformId, at: Date): Promise<void> {
    await this.query(
      'insert into reconcile_turns (platform, next_at) values ($1, $2) on conflict (platform) do update set next_at = $2',
      [platform, at],
    );
  }

  private async query<Found>(sql: string, parameters: unknown[] = []): Promise<Found[]> {
    try {
      return rowsOf<Found>(await this.source.query(sql, parameters));
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}

function toResult({ before, atSource, ours, missing, healed, code, message, ...of }: Row): Reconciliation {
  if (code !== null) return { ...of, kind: 'failed', code, message: message ?? '' };
  if (before === null || atSource === null || ours === null) throw new Error('the table allows no such row');
  return { ...of, kind: 'counted', before, atSource, ours, missing, healed };
}
