import type { EntityManager } from 'typeorm';
import type { ChainedEvent } from '#domain/case/event-chain.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import type { Delivery } from '#domain/delivery/delivery.js';
import type { CaseId } from '#domain/ids.js';
import type { CaseChangeSet, ChangedCase, ChangedReport, NewReport } from '#domain/ports/case-change-set.js';
import type { SettledRecord } from '#domain/report/records.js';
import type { Shape, Statement } from './insert-rows.js';
import { hex, insertRows, recordset, sendInTurn, toJson, updateRows } from './insert-rows.js';
import { packGrams } from './row-mappers.js';
import { saveClocks } from './save-clocks.js';
import { insertSuggestions } from './save-suggestions.js';

/** Writes everything one transaction decided. */
export async function saveChanges(manager: EntityManager, changes: CaseChangeSet): Promise<void> {
  await sendInTurn(manager, statementsOf(changes));
}

/** A statement a table, parents before children. */
function* statementsOf(changes: CaseChangeSet): Generator<Statement> {
  const { at } = changes;
  const opened = changes.cases.filter(({ isNew }) => isNew);
  const moved = changes.cases.filter(({ isNew }) => !isNew);
  yield* insertRows('cases', CASE, opened);
  yield* updateRows('cases', CASE_MOVE, moved, { set: CASE_MOVE_SET, where: 't.id = r.id' });
  yield* insertRows('reports', reportShape(at), changes.reports);
  yield* insertRows('report_links', linkShape(at), changes.reports);
  yield* insertKeys(changes.reports);
  yield* insertSuggestions(changes);
  yield* insertRows('case_events', EVENT, changes.cases.flatMap(eventsOf));
  yield* saveClocks(changes);
  yield* insertRows('deliveries', DELIVERY, changes.deliveries);
  yield* updateRows('reports', REPORT_NEWS, changes.changedReports, { set: REPORT_NEWS_SET, where: 't.id = r.id' });
  yield* silence(changes);
  yield* updateRows('records', settledShape(at), changes.settled, {
    set: 'outcome = r.outcome, report_id = r.report_id, faults = r.faults, settled_at = r.settled_at',
    where: 't.id = r.id',
  });
}

const MOVING_COLUMNS = {
  id: 'uuid',
  version: 'int',
  status: 'text',
  lead: 'text',
  co_handlers: 'text[]',
  returned_by: 'text[]',
  round: 'int',
  answer: 'jsonb',
  answered_at: 'timestamptz',
  closed_at: 'timestamptz',
  last_hash: 'bytea',
  revisit_due_at: 'timestamptz',
  supervision: 'text',
  proceedings: 'jsonb',
} as const;

const movingRow = ({ value, events, revisitDueAt }: ChangedCase) => ({
  id: value.id,
  version: value.version,
  status: value.status,
  lead: value.lead,
  co_handlers: value.coHandlers,
  returned_by: value.returnedBy,
  round: value.round,
  answer: value.answer,
  answered_at: value.answeredAt,
  closed_at: value.closedAt,
  last_hash: hex(events[events.length - 1].hash),
  revisit_due_at: revisitDueAt,
  supervision: value.supervision,
  proceedings: value.proceedings === NO_PROCEEDINGS ? undefined : value.proceedings,
});

const CASE_MOVE: Shape<ChangedCase> = { columns: MOVING_COLUMNS, toRow: movingRow };
const CASE_MOVE_SET = Object.keys(MOVING_COLUMNS)
  .filter((name) => name !== 'id')
  .map((name) => (name === 'revisit_due_at' ? `${name} = coalesce(r.${name}, t.${name})` : `${name} = r.${name}`))
  .join(', ');

const CASE: Shape<ChangedCase> = {
  columns: {
    ...MOVING_COLUMNS,
    number: 'text',
    opened_at: 'timestamptz',
    title: 'text',
    category: 'text',
    nature: 'text',
    urgency: 'text',
    place: 'jsonb',
    street: 'text',
    grid_code: 'text',
    recurrence_of: 'uuid',
    routed_to: 'text',
    route: 'jsonb',
  },
  toRow: (changed) => ({
    ...movingRow(changed),
    number: changed.value.number,
    opened_at: changed.value.openedAt,
    title: changed.value.title,
    category: changed.value.category,
    nature: changed.value.nature,
    urgency: changed.value.urgency,
    place: changed.value.place,
    street: changed.value.place.street,
    grid_code: changed.value.place.gridCode,
    recurrence_of: changed.value.recurrenceOf,
    routed_to: changed.routedTo,
    route: changed.route,
  }),
};

const reportShape = (at: Date): Shape<NewReport> => ({
  columns: {
    id: 'uuid',
    platform: 'text',
    external_id: 'text',
    case_id: 'uuid',
    reported_at: 'timestamptz',
    source_updated_at: 'timestamptz',
    title: 'text',
    body: 'text',
    nature: 'text',
    urgency: 'text',
    category: 'text',
    source_category: 'jsonb',
    place: 'jsonb',
    reporter_hash: 'text',
    sealed_reporter: 'bytea',
    identity_hashes: 'text[]',
    source_due_at: 'timestamptz',
    relay_of: 'jsonb',
    evaluation: 'jsonb',
    solved_on_the_spot: 'jsonb',
    grams: 'bytea',
    places: 'text[]',
    created_at: 'timestamptz',
  },
  toRow: ({ report, caseId, text }) => ({
    id: report.id,
    platform: report.platform,
    external_id: report.externalId,
    case_id: caseId,
    reported_at: report.reportedAt,
    source_updated_at: report.sourceUpdatedAt,
    title: report.title,
    body: report.body,
    nature: report.nature,
    urgency: report.urgency,
    category: report.category,
    source_category: report.sourceCategory,
    place: report.place,
    reporter_hash: report.reporterHash,
    sealed_reporter: report.sealedReporter && hex(report.sealedReporter),
    identity_hashes: report.identityHashes,
    source_due_at: report.sourceDueAt,
    relay_of: report.relayOf,
    evaluation: report.evaluation,
    solved_on_the_spot: report.solvedOnTheSpot,
    grams: hex(packGrams(text.grams)),
    places: text.places,
    created_at: at,
  }),
});

const linkShape = (at: Date): Shape<NewReport> => ({
  columns: {
    report_id: 'uuid',
    case_id: 'uuid',
    relation: 'text',
    nearest: 'uuid',
    score: 'real',
    shares: 'jsonb',
    linked_at: 'timestamptz',
  },
  toRow: ({ report, caseId, relation, nearest, score, shares }) => ({
    report_id: report.id,
    case_id: caseId,
    relation,
    nearest,
    score,
    shares,
    linked_at: at,
  }),
});

const KEYS: Shape<NewReport> = {
  columns: { report_id: 'uuid', reported_at: 'timestamptz', keys: 'bigint[]' },
  toRow: ({ report, keys }) => ({ report_id: report.id, reported_at: report.reportedAt, keys: keys.map(String) }),
};

/** A dozen rows a report; they travel as one. */
function* insertKeys(reports: readonly NewReport[]): Generator<Statement> {
  if (reports.length === 0) return;
  const unfolded = `select key, reported_at, report_id from ${recordset(KEYS)}, unnest(r.keys) as key`;
  yield { sql: `insert into report_keys (key, reported_at, report_id) ${unfolded}`, parameters: [toJson(KEYS, reports)] };
}

interface EventRow extends ChainedEvent {
  readonly caseId: CaseId;
}
const eventsOf = ({ value, events }: ChangedCase): EventRow[] => events.map((event) => ({ ...event, caseId: value.id }));
const EVENT: Shape<EventRow> = {
  columns: { case_id: 'uuid', seq: 'int', type: 'text', at: 'timestamptz', actor: 'text', data: 'jsonb', hash: 'bytea' },
  toRow: ({ caseId, seq, event, hash }) => ({
    case_id: caseId,
    seq,
    type: event.type,
    at: event.at,
    actor: event.actor,
    data: event.data,
    hash: hex(hash),
  }),
};

const DELIVERY: Shape<Delivery> = {
  columns: {
    id: 'uuid',
    channel: 'text',
    target: 'text',
    case_id: 'uuid',
    report_id: 'uuid',
    type: 'text',
    payload: 'jsonb',
    created_at: 'timestamptz',
    next_attempt_at: 'timestamptz',
  },
  toRow: ({ id, channel, target, caseId, reportId, type, payload, createdAt }) => ({
    id,
    channel,
    target,
    case_id: caseId,
    report_id: reportId,
    type,
    payload,
    created_at: createdAt,
    next_attempt_at: createdAt,
  }),
};

const REPORT_NEWS: Shape<ChangedReport> = {
  columns: {
    id: 'uuid',
    source_updated_at: 'timestamptz',
    title: 'text',
    body: 'text',
    sealed_reporter: 'bytea',
    identity_hashes: 'text[]',
    evaluation: 'jsonb',
    withdrawn_at: 'timestamptz',
  },
  toRow: ({ id, sourceUpdatedAt, title, body, sealedReporter, identityHashes, evaluation, withdrawnAt }) => ({
    id,
    source_updated_at: sourceUpdatedAt,
    title,
    body,
    sealed_reporter: sealedReporter && hex(sealedReporter),
    identity_hashes: identityHashes,
    evaluation,
    withdrawn_at: withdrawnAt,
  }),
};
/** What is absent stays; only what is sealed goes with the words it was taken from. */
const WITH_THE_WORDS = ['sealed_reporter', 'identity_hashes'];
const REPORT_NEWS_SET = Object.keys(REPORT_NEWS.columns)
  .filter((name) => name !== 'id')
  .map((name) =>
    WITH_THE_WORDS.includes(name)
      ? `${name} = case when r.body is null then t.${name} else r.${name} end`
      : `${name} = coalesce(r.${name}, t.${name})`,
  )
  .join(', ');

/** Answers nobody wants any more; one that leaves at this very moment is still logged, and confirmed if it arrives. */
function* silence({ at, silenced }: CaseChangeSet): Generator<Statement> {
  if (silenced.length === 0) return;
  const sql = `update deliveries set state = 'cancelled', settled_at = $2, reason = 'withdrawn by the citizen'
     where report_id = any($1::uuid[]) and channel = 'write-back' and state in ('owed', 'unknown', 'parked')`;
  yield { sql, parameters: [silenced, at] };
}

const settledShape = (at: Date): Shape<SettledRecord> => ({
  columns: { id: 'bigint', outcome: 'text', report_id: 'uuid', faults: 'jsonb', settled_at: 'timestamptz' },
  toRow: ({ id, outcome, reportId, faults }) => ({ id, outcome, report_id: reportId, faults, settled_at: at }),
});
