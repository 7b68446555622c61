import type { EntityManager } from 'typeorm';
import type { ChainedEvent } from '#domain/case/event-chain.js';
import type { UndertakingId } from '#domain/ids.js';
import type { ChangedUndertaking } from '#domain/ports/undertaking-book.js';
import type { UndertakingEvent } from '#domain/undertaking/undertaking.js';
import type { Shape, Statement } from './insert-rows.js';
import { hex, insertRows, sendInTurn, updateRows } from './insert-rows.js';

/** Writes undertakings and the events that made them what they are. */
export async function saveUndertakings(manager: EntityManager, changes: readonly ChangedUndertaking[]): Promise<void> {
  await sendInTurn(manager, statementsOf(changes));
}

/** A statement a table, parents before children. */
function* statementsOf(changes: readonly ChangedUndertaking[]): Generator<Statement> {
  const isNew = ({ events: [first] }: ChangedUndertaking): boolean => first?.seq === 1;
  yield* insertRows('undertakings', UNDERTAKING, changes.filter(isNew));
  const moved = changes.filter((change) => !isNew(change));
  yield* updateRows('undertakings', MOVE, moved, { set: MOVE_SET, where: 't.id = r.id' });
  yield* insertRows('undertaking_events', EVENT, changes.flatMap(eventsOf));
}

const MOVE: Shape<ChangedUndertaking> = {
  columns: {
    id: 'uuid',
    version: 'int',
    state: 'text',
    owner: 'text',
    partner: 'text',
    due_at: 'timestamptz',
    warn_at: 'timestamptz',
    warned_at: 'timestamptz',
    overdue_at: 'timestamptz',
    ended_at: 'timestamptz',
  },
  toRow: ({ value: { id, version, state, pledge, partner, warnedAt, overdueAt, endedAt } }) => ({
    id,
    version,
    state,
    owner: pledge?.owner,
    partner,
    due_at: pledge?.dueAt,
    warn_at: pledge?.warnAt,
    warned_at: warnedAt,
    overdue_at: overdueAt,
    ended_at: endedAt,
  }),
};
const MOVE_SET = Object.keys(MOVE.columns)
  .filter((name) => name !== 'id')
  .map((name) => `${name} = r.${name}`)
  .join(', ');

const UNDERTAKING: Shape<ChangedUndertaking> = {
  columns: {
    ...MOVE.columns,
    list: 'text',
    title: 'text',
    what: 'text',
    street: 'text',
    case_number: 'text',
    project: 'uuid',
    offered_by: 'text',
    opened_at: 'timestamptz',
  },
  toRow: (change) => ({
    ...MOVE.toRow(change),
    list: change.value.list,
    title: change.value.title,
    what: change.value.what,
    street: change.value.street,
    case_number: change.value.caseNumber,
    project: change.value.project,
    offered_by: change.value.offeredBy,
    opened_at: change.value.openedAt,
  }),
};

interface EventRow extends ChainedEvent<UndertakingEvent> {
  readonly id: UndertakingId;
}
const eventsOf = ({ value: { id }, events }: ChangedUndertaking): EventRow[] => events.map((event) => ({ ...event, id }));
const EVENT: Shape<EventRow> = {
  columns: { undertaking_id: 'uuid', seq: 'int', type: 'text', at: 'timestamptz', actor: 'text', data: 'jsonb', hash: 'bytea' },
  toRow: ({ id, seq, event: { type, at, actor, data }, hash }) => ({
    undertaking_id: id,
    seq,
    type,
    at,
    actor,
    data,
    hash: hex(hash),
  }),
};
