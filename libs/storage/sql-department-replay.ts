import type { DataSource } from 'typeorm';
import type { DeliveryState } from '#domain/delivery/delivery.js';
import type { DeliveryId, DepartmentId } from '#domain/ids.js';
import { ask } from './reading/ask.js';

/** `under-way`: it will come, or is on show, without being asked for again. */
export type ReplayVerdict = 'replayed' | 'under-way' | 'unknown';

const REPLAY = `
with mine as (
  select id, state from deliveries where id = $1 and channel = 'webhook' and target = $2 for update
), woken as (
  update deliveries d set state = 'owed', next_attempt_at = $3, plan_starts_after = d.attempts, settled_at = null, reason = null
  from mine where d.id = mine.id and mine.state in ('parked', 'confirmed') returning d.id
)
select mine.state, exists (select from woken) as woken from mine`;

/** Has a department's own messages sent again, those that arrived as well: its system may have lost them. */
export class SqlDepartmentReplay {
  constructor(private readonly source: DataSource) {}

  async replay(id: DeliveryId, department: DepartmentId, now: Date): Promise<ReplayVerdict> {
    const [found] = await ask<{ state: DeliveryState; woken: boolean }>(this.source, REPLAY, [id, department, now]);
    if (!found) return 'unknown';
    return found.woken ? 'replayed' : 'under-way';
  }
}
