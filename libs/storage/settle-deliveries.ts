import type { EntityManager } from 'typeorm';
import type { SettledDelivery } from '#domain/ports/delivery-store.js';
import type { Shape, Statement } from './insert-rows.js';
import { insertRows, sendInTurn, updateRows } from './insert-rows.js';

const statusOf = ({ outcome }: SettledDelivery): number | null => ('status' in outcome ? (outcome.status ?? null) : null);
const reasonOf = ({ outcome }: SettledDelivery): string | null => ('reason' in outcome ? outcome.reason : null);

const ATTEMPT: Shape<SettledDelivery> = {
  columns: {
    delivery_id: 'uuid',
    number: 'int',
    at: 'timestamptz',
    duration_ms: 'int',
    outcome: 'text',
    status: 'int',
    reason: 'text',
    excerpt: 'text',
  },
  toRow: (settled) => ({
    delivery_id: settled.delivery.id,
    number: settled.delivery.attempts + 1,
    at: settled.at,
    duration_ms: Math.round(settled.durationMs),
    outcome: settled.outcome.kind,
    status: statusOf(settled),
    reason: reasonOf(settled),
    excerpt: settled.excerpt,
  }),
};

const MOVE: Shape<SettledDelivery> = {
  columns: { id: 'uuid', state: 'text', reason: 'text', next_attempt_at: 'timestamptz', settled_at: 'timestamptz' },
  toRow: (settled) => ({
    id: settled.delivery.id,
    state: settled.state,
    reason: reasonOf(settled),
    next_attempt_at: settled.nextAttemptAt,
    settled_at: isOver(settled) ? new Date(settled.at.getTime() + settled.durationMs) : undefined,
  }),
};

const isOver = ({ state }: SettledDelivery): boolean => state === 'confirmed' || state === 'parked';

/** Writes the attempt log and moves the deliveries on; one that was cancelled meanwhile stays cancelled. */
export async function settleDeliveries(manager: EntityManager, results: readonly SettledDelivery[]): Promise<void> {
  await sendInTurn(manager, statementsOf(results));
}

function* statementsOf(results: readonly SettledDelivery[]): Generator<Statement> {
  yield* insertRows('delivery_attempts', ATTEMPT, results);
  yield* updateRows('deliveries', MOVE, results, {
    set: 'state = r.state, reason = r.reason, settled_at = r.settled_at, next_attempt_at = coalesce(r.next_attempt_at, t.next_attempt_at)',
    where: `t.id = r.id and (t.state in ('owed', 'unknown') or r.state = 'confirmed')`,
  });
}
