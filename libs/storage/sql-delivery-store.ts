import type { DataSource } from 'typeorm';
import type { Delivery } from '#domain/delivery/delivery.js';
import type { CaseId, DeliveryId, ReportId } from '#domain/ids.js';
import type { DueTarget, TakenDelivery } from '#domain/ports/delivery-store.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { translateDatabaseError } from './database-errors.js';
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
}

/** Only the first unsettled delivery of a lane may go; a lane whose head waits for its next try does not overtake itself. */
const TAKE = `
with due as (
  select o.id, o.state as was from deliveries o
  where o.channel = $1 and o.target = $2 and o.state in ('owed', 'unknown') and o.next_attempt_at <= $3
    and not exists (
      select 1 from deliveries e where e.target = o.target and e.case_id = o.case_id and e.channel = o.channel
        and e.seq < o.seq and e.state in ('owed', 'unknown', 'parked')
        and (o.channel = 'webhook' or e.report_id = o.report_id))
  order by o.seq limit $5 for update of o skip locked
)
update deliveries d set attempts = d.attempts + 1, next_attempt_at = $4,
  state = case when d.channel = 'write-back' then 'unknown' else d.state end
from due where d.id = due.id
returning d.id, d.channel, d.target, d.case_id, d.report_id, d.type, d.payload, d.created_at, due.was,
  d.attempts - 1 as attempts, d.attempts - 1 - d.plan_starts_after as attempts_in_plan`;

/** The messages we owe, in PostgreSQL. */
export class SqlDeliveryStore extends DeliveryStore {
  constructor(private readonly source: DataSource) {
    super();
  }

  async take({ channel, target }: DueTarget, now: Date, leaseUntil: Date, limit: number): Promise<TakenDelivery[]> {
    const rows = await this.query<DeliveryRow>(TAKE, [channel, target, now, leaseUntil, limit]);
    return rows.map((row) => ({
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
    }));
  }

  dueTargets(now: Date): Promise<DueTarget[]> {
    return this.query(
      `select distinct channel, target from deliveries where state in ('owed', 'unknown') and next_attempt_at <= $1`,
      [now],
    );
  }

  replay(ids: readonly DeliveryId[], now: Date): Promise<DueTarget[]> {
    return this.query(
      `with woken as (
         update deliveries set state = case when channel = 'write-back' then 'unknown' else 'owed' end,
           next_attempt_at = $2, plan_starts_after = attempts, settled_at = null
         where id = any($1::uuid[]) and state = 'parked' returning channel, target)
       select distinct channel, target from woken`,
      [ids, now],
    );
  }

  private async query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    try {
      return rowsOf<Row>(await this.source.query(sql, parameters));
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}
