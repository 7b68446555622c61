import type { EntityManager } from 'typeorm';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import type { DepartmentId } from '#domain/ids.js';
import type { EndpointNotice } from '#domain/ports/endpoint-book.js';
import { rowsOf } from './sql-record-store.js';

/** A delivery whose last attempt is not in the log is under way: waking it would send it twice at once. */
const WAKE = `
update deliveries d set next_attempt_at = $2, plan_starts_after = d.attempts
where d.channel = 'webhook' and d.target = $1 and d.state = 'owed' and (d.attempts = 0 or exists (
  select 1 from delivery_attempts a where a.delivery_id = d.id and a.number = d.attempts))`;

/** Enables or disables an endpoint; false when it is so already. */
export async function turn(
  manager: EntityManager,
  department: DepartmentId,
  state: Endpoint['state'],
  reason: string,
  by: string,
  now: Date,
): Promise<boolean> {
  const turned = rowsOf<object>(
    await manager.query(
      `update endpoints set state = $2, reason = $3, since = $4, failing_since = null, failed_at = null
       where department = $1 and state <> $2 returning department`,
      [department, state, state === 'disabled' ? reason : null, now],
    ),
  );
  if (turned.length === 0) return false;
  if (state === 'enabled') await manager.query(WAKE, [department, now]);
  await note(manager, { department, at: now, what: state, by, detail: reason });
  return true;
}

/** Keeps what happened to an endpoint, for people. */
export async function note(manager: EntityManager, { department, at, what, by, detail }: EndpointNotice): Promise<void> {
  await manager.query('insert into endpoint_notices (department, at, what, by, detail) values ($1, $2, $3, $4, $5)', [
    department,
    at,
    what,
    by,
    detail,
  ]);
}
