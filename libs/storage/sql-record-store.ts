import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { HubError } from '#domain/errors.js';
import type { ExternalId, PlatformId, RecordId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Cursor, Fault } from '#domain/ports/platform-adapter.js';
import type { PageToStage, StagedPage } from '#domain/ports/record-store.js';
import { RecordStore } from '#domain/ports/record-store.js';
import type { RecordSeal } from '#domain/ports/vault.js';
import { localDay } from '#domain/ledger/local-day.js';
import { translateDatabaseError } from './database-errors.js';
import { json } from './insert-rows.js';

interface Piece {
  readonly externalId: ExternalId;
  readonly bytes: Uint8Array;
  readonly faults?: readonly Fault[];
}

/** All bytes of a page travel in one piece, cut here again: a list of byteas would travel as text, at twice the size. */
const STAGE_CHANGED = `
with incoming as (
  select external_id, substring($2::bytea from starts for length) as bytes, faults, position,
    substring($10::bytea from ((position - 1) * 32 + 1)::int for 32) as content_hash
  from unnest($1::text[], $3::int[], $4::int[], $9::text[]) with ordinality as r(external_id, starts, length, faults, position)
), changed as (
  insert into record_heads as h (platform, external_id, content_hash)
  select $5, external_id, content_hash from incoming
  on conflict (platform, external_id) do update set content_hash = excluded.content_hash
    where h.content_hash <> excluded.content_hash
  returning external_id
)
insert into records (page_id, platform, external_id, day, received_at, bytes, sealed, outcome, faults, settled_at)
select $6, $5, i.external_id, $7, $8, i.bytes, $11,
  case when i.faults is null then null else 'quarantined' end, i.faults::jsonb, case when i.faults is null then null else $8::timestamptz end
from incoming i join changed c using (external_id) order by i.position
returning outcome`;

/** The inbox in PostgreSQL. Records are sealed on their way in; without a seal, as some proofs have it, they are kept as they came. */
export class SqlRecordStore extends RecordStore {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly seal?: RecordSeal,
  ) {
    super();
  }

  async stage(page: PageToStage): Promise<StagedPage> {
    const pieces = [...page.records, ...page.unreadable];
    return this.translated(() => this.source.transaction((manager) => this.stageIn(manager, page, pieces)));
  }

  private async stageIn(manager: EntityManager, page: PageToStage, pieces: readonly Piece[]): Promise<StagedPage> {
    const paused = await keepCursor(manager, page);
    if (pieces.length === 0) return { pulled: 0, staged: 0, unchanged: 0, quarantined: 0, paused };
    const now = this.clock.now();
    const day = localDay(now);
    const [{ id: pageId }] = await manager.query<{ id: string }[]>(
      'insert into pages (platform, received_at, day, pulled, unchanged) values ($1, $2, $3, $4, 0) returning id',
      [page.platform, now, day, pieces.length],
    );
    let staged = 0;
    let quarantined = 0;
    for (const round of roundsOfDistinct(pieces)) {
      const kept = this.toKeep(page.platform, round);
      const rows = await manager.query<{ outcome: string | null }[]>(STAGE_CHANGED, [
        round.map(({ externalId }) => externalId),
        Buffer.concat(kept),
        startsOf(kept),
        kept.map(({ byteLength }) => byteLength),
        page.platform,
        pageId,
        day,
        now,
        round.map(({ faults }) => json(faults)),
        Buffer.concat(round.map(({ bytes }) => createHash('sha256').update(bytes).digest())),
        this.seal !== undefined,
      ]);
      quarantined += rows.filter(({ outcome }) => outcome !== null).length;
      staged += rows.filter(({ outcome }) => outcome === null).length;
    }
    const unchanged = pieces.length - staged - quarantined;
    if (unchanged > 0) await manager.query('update pages set unchanged = $2 where id = $1', [pageId, unchanged]);
    return { pulled: pieces.length, staged, unchanged, quarantined, paused };
  }

  private toKeep(platform: PlatformId, pieces: readonly Piece[]): Uint8Array[] {
    const { seal } = this;
    return pieces.map(({ externalId, bytes }) => seal?.seal(bytes, { platform, externalId }) ?? bytes);
  }

  async cursorOf(platform: PlatformId): Promise<Cursor | undefined> {
    const [row] = await this.query<{ cursor: Cursor | null }>('select cursor from pulls where platform = $1', [platform]);
    return row?.cursor ?? undefined;
  }

  async pullSucceeded(platform: PlatformId, nextPullAt: Date): Promise<void> {
    await this.query(
      `insert into pulls (platform, next_pull_at, pulled_at) values ($1, $2, $3)
       on conflict (platform) do update set next_pull_at = $2, pulled_at = $3, failures = 0, failing_since = null, error_code = null, error = null`,
      [platform, nextPullAt, this.clock.now()],
    );
  }

  async pullFailed(platform: PlatformId, error: HubError, nextPullAt: Date): Promise<void> {
    await this.query(
      `insert into pulls as p (platform, next_pull_at, failures, failing_since, error_code, error) values ($1, $2, 1, $3, $4, $5)
       on conflict (platform) do update set next_pull_at = $2, failures = p.failures + 1,
         failing_since = coalesce(p.failing_since, $3), error_code = $4, error = $5`,
      [platform, nextPullAt, this.clock.now(), error.code, error.message],
    );
  }

  async failures(platform: PlatformId): Promise<number> {
    const [row] = await this.query<{ failures: number }>('select failures from pulls where platform = $1', [platform]);
    return row?.failures ?? 0;
  }

  async waiting(platform: PlatformId, limit: number, inHand: readonly RecordId[]): Promise<RecordId[]> {
    const rows = await this.query<{ id: RecordId }>(
      'select id from records where platform = $1 and outcome is null and id <> all($3::bigint[]) order by id limit $2',
      [platform, limit, inHand],
    );
    return rows.map(({ id }) => id);
  }

  async takeDuePulls(platforms: readonly PlatformId[], leaseUntil: Date): Promise<PlatformId[]> {
    const rows = await this.query<{ platform: PlatformId }>(
      `insert into pulls as p (platform, next_pull_at) select unnest($1::text[]), $2
       on conflict (platform) do update set next_pull_at = $2 where p.next_pull_at <= $3 and not p.paused
       returning platform`,
      [platforms, leaseUntil, this.clock.now()],
    );
    return rows.map(({ platform }) => platform);
  }

  async platformsWithWaiting(): Promise<PlatformId[]> {
    const rows = await this.query<{ platform: PlatformId }>(`
      with recursive waiting(platform) as (
        (select min(platform) from records where outcome is null)
        union all
        select (select min(r.platform) from records r where r.outcome is null and r.platform > w.platform) from waiting w where w.platform is not null
      ) select platform from waiting where platform is not null`);
    return rows.map(({ platform }) => platform);
  }

  async retryQuarantined(ids: readonly RecordId[]): Promise<number> {
    const rows = await this.query(
      `update records set outcome = null, faults = null, settled_at = null, retries = least(retries + 1, 1000) where id = any($1::bigint[]) and outcome = 'quarantined' returning id`,
      [ids],
    );
    return rows.length;
  }

  private query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.translated(async () => rowsOf<Row>(await this.source.query(sql, parameters)));
  }

  private async translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}

const UPSERT_CURSOR = `insert into pulls (platform, cursor) values ($1, $2) on conflict (platform) do update set cursor = $2 returning paused`;

/** Whether somebody has paused the platform meanwhile; a page without a cursor was not pulled and stops for nobody. */
async function keepCursor(manager: EntityManager, { platform, cursor }: PageToStage): Promise<boolean> {
  if (cursor === undefined) return false;
  const [{ paused }] = await manager.query<{ paused: boolean }[]>(UPSERT_CURSOR, [platform, cursor]);
  return paused;
}

/** TypeORM answers an update with [rows, count], everything else with rows. */
export const rowsOf = <Row>(answer: unknown): Row[] =>
  Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number'
    ? (answer[0] as Row[])
    : (answer as Row[]);

/** Where each piece begins in the whole, counted from 1 as PostgreSQL does. */
function startsOf(pieces: readonly Uint8Array[]): number[] {
  let start = 1;
  return pieces.map(({ byteLength }) => (start += byteLength) - byteLength);
}

/** Pages repeat ids; one statement may touch a row once, so repeats go into later rounds, in their order. */
function roundsOfDistinct(pieces: readonly Piece[]): Piece[][] {
  const rounds: Piece[][] = [];
  const seen = new Map<string, number>();
  for (const piece of pieces) {
    const round = seen.get(piece.externalId) ?? 0;
    seen.set(piece.externalId, round + 1);
    (rounds[round] ??= []).push(piece);
  }
  return rounds;
}
