import type { SettledDelivery } from '#domain/ports/delivery-store.js';
import type { Shape, Statement } from './insert-rows.js';
import { recordset, toJson } from './insert-rows.js';

const statusOf = ({ outcome }: SettledDelivery): number | null => ('status' in outcome ? (outcome.status ?? null) : null);
const reasonOf = ({ outcome }: SettledDelivery): string | null => ('reason' in outcome ? outcome.reason : null);

const SETTLED: Shape<SettledDelivery> = {
  columns: {
    id: 'uuid',
    number: 'int',
    at: 'timestamptz',
    duration_ms: 'int',
    outcome: 'text',
    status: 'int',
    reason: 'text',
    excerpt: 'text',
    state: 'text',
    next_attempt_at: 'timestamptz',
    settled_at: 'timestamptz',
  },
  toRow: (settled) => ({
    id: settled.delivery.id,
    number: settled.delivery.attempts + 1,
    at: settled.at,
    duration_ms: Math.round(settled.durationMs),
    outcome: settled.outcome.kind,
    status: statusOf(settled),
    reason: reasonOf(settled),
    excerpt: settled.excerpt,
    state: settled.state,
    next_attempt_at: settled.nextAttemptAt,
    settled_at: isOver(settled) ? new Date(settled.at.getTime() + settled.durationMs) : undefined,
  }),
};

const isOver = ({ state }: SettledDelivery): boolean => state === 'confirmed' || state === 'parked';

const SETTLE = `
with r as materialized (select * from ${recordset(SETTLED)}),
logged as (
  insert into delivery_attempts (delivery_id, number, at, duration_ms, outcome, status, reason, excerpt)
  select id, number, at, duration_ms, outcome, status, reason, excerpt from r)
update deliveries t set state = r.state, reason = r.reason, settled_at = r.settled_at,
  next_attempt_at = coalesce(r.next_attempt_at, t.next_attempt_at)
from r where t.id = r.id and (t.state in ('owed', 'unknown') or r.state = 'confirmed')`;

/** Writes the attempt log and moves the deliveries on, in one statement; one that was cancelled meanwhile stays cancelled. */
export const settleDeliveries = (results: readonly SettledDelivery[]): Statement => ({
  sql: SETTLE,
  parameters: [toJson(SETTLED, results)],
});
