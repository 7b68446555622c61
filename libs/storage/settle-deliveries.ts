import type { EntityManager } from 'typeorm';
import type { SettledDelivery } from '#domain/ports/delivery-store.js';
import type { Column } from './insert-rows.js';
import { insertRows, updateRows } from './insert-rows.js';

const statusOf = ({ outcome }: SettledDelivery): number | null => ('status' in outcome ? (outcome.status ?? null) : null);
const reasonOf = ({ outcome }: SettledDelivery): string | null => ('reason' in outcome ? outcome.reason : null);

const ATTEMPT: readonly Column<SettledDelivery>[] = [
  { name: 'delivery_id', type: 'uuid', value: ({ delivery }) => delivery.id },
  { name: 'number', type: 'int', value: ({ delivery }) => delivery.attempts + 1 },
  { name: 'at', type: 'timestamptz', value: ({ at }) => at },
  { name: 'duration_ms', type: 'int', value: ({ durationMs }) => Math.round(durationMs) },
  { name: 'outcome', type: 'text', value: ({ outcome }) => outcome.kind },
  { name: 'status', type: 'int', value: statusOf },
  { name: 'reason', type: 'text', value: reasonOf },
  { name: 'excerpt', type: 'text', value: ({ excerpt }) => excerpt ?? null },
];

const MOVE: readonly Column<SettledDelivery>[] = [
  { name: 'id', type: 'uuid', value: ({ delivery }) => delivery.id },
  { name: 'state', type: 'text', value: ({ state }) => state },
  { name: 'reason', type: 'text', value: reasonOf },
  { name: 'next_attempt_at', type: 'timestamptz', value: ({ nextAttemptAt }) => nextAttemptAt ?? null },
  {
    name: 'settled_at',
    type: 'timestamptz',
    value: ({ state, at, durationMs }) =>
      state === 'confirmed' || state === 'parked' ? new Date(at.getTime() + durationMs) : null,
  },
];

/** Writes the attempt log and moves the deliveries on; one that was cancelled meanwhile stays cancelled. */
export async function settleDeliveries(manager: EntityManager, results: readonly SettledDelivery[]): Promise<void> {
  await insertRows(manager, 'delivery_attempts', ATTEMPT, results);
  await updateRows(manager, 'deliveries', MOVE, results, {
    set: 'state = r.state, reason = r.reason, settled_at = r.settled_at, next_attempt_at = coalesce(r.next_attempt_at, t.next_attempt_at)',
    where: `t.id = r.id and (t.state in ('owed', 'unknown') or r.state = 'confirmed')`,
  });
}
