import type { DataSource } from 'typeorm';
import type { Delivery } from '#domain/delivery/delivery.js';
import type { CaseId, DeliveryId, ReportId } from '#domain/ids.js';
import type { DueTarget, ReplayableState, SettledDelivery, TakenDelivery } from '#domain/ports/delivery-store.js';
import { Gathered } from '#domain/delivery/gathered.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { translateDatabaseError } from './database-errors.js';
import { settleDeliveries } from './settle-deliveries.js';
import { rowsOf } from './sql-record-store.js';

interface DeliveryRow {
  readonly id: DeliveryId;
  readonly channel: Delivery['channel'];
  readonly target: string;
  readonly case_id: CaseId;
  readonly report_id: ReportId | null;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly created_at: Date;
  readonly attempts: number;
  readonly attempts_in_plan: number;
  readonly was: string;
  /** Whose request it was taken for. */
  readonly turn: number;
}

/**
 * Only the first unsettled delivery of a lane may go; a lane whose head waits for its next try does not overtake itself. `offset 0`
 * keeps the look at a lane one probe of its index: as a join it walked the whole target for each row, once a backlog came and went.
 */
const TAKE = `
with wanted as (
  select * from json_to_recordset($1::json)
    as w(turn int, channel text, target text, now timestamptz, lease_until timestamptz, most int)
), due as (
  select picked.id, picked.was, w.turn, w.lease_until from wanted w cross join lateral (
    select o.id, o.state as was from deliveries o
    where o.channel = w.channel and o.target = w.target and o.state in ('owed', 'unknown') and o.next_attempt_at <= w.now
      and not exists (
        select 1 from deliveries e where e.target = o.target and e.case_id = o.case_id and e.channel = o.channel
          and e.seq < o.seq and e.state in ('owed', 'unknown', 'parked')
          and (o.channel = 'webhook' or e.report_id = o.report_id)
        offset 0)
    order by o.seq limit w.most for update of o skip locked) picked
)
update deliveries d set attempts = d.attempts + 1, next_attempt_at = due.lease_until,
  state = case when d.channel = 'write-back' then 'unknown' else d.state end
from due where d.id = due.id
returning d.id, d.channel, d.target, d.case_id, d.report_id, d.type, d.payload, d.created_at, due.was, due.turn,
  d.attempts - 1 as attempts, d.attempts - 1 - d.plan_starts_after as attempts_in_plan`;

/** First entries of the index only, one step a target, however much is owed. */
const DUE_TARGETS = `
with recursive owed as (
  (select channel, target, next_attempt_at from deliveries where state in ('owed', 'unknown')
   order by channel, target, next_attempt_at limit 1)
  union all
  select following.* from owed cross join lateral (
    select channel, target, next_attempt_at from deliveries d
    where d.state in ('owed', 'unknown') and (d.channel, d.target) > (owed.channel, owed.target)
    order by d.channel, d.target, d.next_attempt_at limit 1) following
)
select channel, target from owed where next_attempt_at <= $1`;

/** One that is being attempted has an attempt that is not in the log yet: it is let alone. */
const HASTEN = `
update deliveries d set next_attempt_at = $3
where d.channel = $1 and d.target = $2 and d.state in ('owed', 'unknown') and d.next_attempt_at > $3
  and exists (select from delivery_attempts a where a.delivery_id = d.id and a.number = d.attempts)`;

interface Wanted {
  readonly target: DueTarget;
  readonly now: Date;
  readonly leaseUntil: Date;
  readonly limit: number;
}

/** Targets that are looked after in one statement at most. */
const TARGETS_AT_ONCE = 100;

/** The messages we owe, in PostgreSQL. */
export class SqlDeliveryStore extends DeliveryStore {
  private readonly takes = new Gathered<Wanted, TakenDelivery[]>((wanted) => this.takeAll(wanted), {
    most: TARGETS_AT_ONCE,
    rounds: 2,
  });

  constructor(private readonly source: DataSource) {
    super();
  }

  take(target: DueTarget, now: Date, leaseUntil: Date, limit: number): Promise<TakenDelivery[]> {
    return this.takes.ask({ target, now, leaseUntil, limit });
  }

  async settle(results: readonly SettledDelivery[]): Promise<void> {
    const { sql, parameters } = settleDeliveries(results);
    await this.query(sql, [...parameters]);
  }

  async hasten({ channel, target }: DueTarget, now: Date): Promise<void> {
    await this.query(HASTEN, [channel, target, now]);
  }

  dueTargets(now: Date): Promise<DueTarget[]> {
    return this.query(DUE_TARGETS, [now]);
  }

  replay(ids: readonly DeliveryId[], now: Date, states: readonly ReplayableState[] = ['parked']): Promise<DueTarget[]> {
    return this.query(
      `with woken as (
         update deliveries set state = case when channel = 'write-back' then 'unknown' else 'owed' end,
           next_attempt_at = $2, plan_starts_after = attempts, settled_at = null
         where id = any($1::uuid[]) and state = any($3::text[]) and (state = 'parked' or channel = 'webhook')
         returning channel, target)
       select distinct channel, target from woken`,
      [ids, now, states],
    );
  }

  /** What is asked for in one breath is taken in one statement. */
  private async takeAll(wanted: readonly Wanted[]): Promise<TakenDelivery[][]> {
    const asked = wanted.map(({ target: { channel, target }, now, leaseUntil, limit }, turn) => ({
      turn,
      channel,
      target,
      now,
      lease_until: leaseUntil,
      most: limit,
    }));
    const taken: TakenDelivery[][] = wanted.map(() => []);
    for (const row of await this.query<DeliveryRow>(TAKE, [JSON.stringify(asked)])) taken[row.turn].push(toTaken(row));
    return taken;
  }

  private async query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    try {
      return rowsOf<Row>(await this.source.query(sql, parameters));
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}

const toTaken = (row: DeliveryRow): TakenDelivery => ({
  id: row.id,
  channel: row.channel,
  target: row.target,
  caseId: row.case_id,
  reportId: row.report_id ?? undefined,
  type: row.type,
  payload: row.payload,
  createdAt: row.created_at,
  attempts: row.attempts,
  attemptsInPlan: row.attempts_in_plan,
  wasUnknown: row.was === 'unknown',
});
