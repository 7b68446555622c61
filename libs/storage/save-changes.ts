import type { EntityManager } from 'typeorm';
import type { ChainedEvent } from '#domain/case/event-chain.js';
import type { Delivery } from '#domain/delivery/delivery.js';
import type { CaseId } from '#domain/ids.js';
import type { CaseChangeSet, ChangedCase, ChangedReport, NewReport, NewSuggestion } from '#domain/ports/case-change-set.js';
import type { SettledRecord } from '#domain/report/records.js';
import type { Column } from './insert-rows.js';
import { insertRows, json, textArray, updateRows } from './insert-rows.js';
import { packGrams } from './row-mappers.js';

/** Writes everything one transaction decided, a statement a table, parents before children. */
export async function saveChanges(manager: EntityManager, changes: CaseChangeSet): Promise<void> {
  const opened = changes.cases.filter(({ isNew }) => isNew);
  const moved = changes.cases.filter(({ isNew }) => !isNew);
  await insertRows(manager, 'cases', CASE, opened);
  await updateRows(manager, 'cases', CASE_MOVE, moved, { set: CASE_MOVE_SET, where: 't.id = r.id' });
  await insertRows(manager, 'reports', reportColumns(changes.at), changes.reports);
  await insertRows(manager, 'report_links', linkColumns(changes.at), changes.reports);
  await insertRows(manager, 'report_keys', KEY, changes.reports.flatMap(keysOf));
  await insertRows(manager, 'match_suggestions', suggestionColumns(changes.at), changes.suggestions);
  await insertRows(manager, 'case_events', EVENT, changes.cases.flatMap(eventsOf));
  await savePromises(manager, changes);
  await insertRows(manager, 'deliveries', DELIVERY, changes.deliveries);
  await updateRows(manager, 'reports', REPORT_NEWS, changes.changedReports, { set: REPORT_NEWS_SET, where: 't.id = r.id' });
  await silence(manager, changes);
  await updateRows(manager, 'records', settledColumns(changes.at), changes.settled, {
    set: 'outcome = r.outcome, report_id = r.report_id, faults = r.faults, settled_at = r.settled_at',
    where: 't.id = r.id',
  });
}

const lastHashOf = ({ events }: ChangedCase): Buffer | null => {
  const last = events.at(-1);
  return last ? Buffer.from(last.hash) : null;
};

const CASE_MOVE: readonly Column<ChangedCase>[] = [
  { name: 'id', type: 'uuid', value: ({ value }) => value.id },
  { name: 'version', type: 'int', value: ({ value }) => value.version },
  { name: 'status', type: 'text', value: ({ value }) => value.status },
  { name: 'lead', type: 'text', value: ({ value }) => value.lead ?? null },
  { name: 'co_handlers', type: 'text[]', value: ({ value }) => textArray(value.coHandlers) },
  { name: 'returned_by', type: 'text[]', value: ({ value }) => textArray(value.returnedBy) },
  { name: 'round', type: 'int', value: ({ value }) => value.round },
  { name: 'answer', type: 'jsonb', value: ({ value }) => json(value.answer) },
  { name: 'answered_at', type: 'timestamptz', value: ({ value }) => value.answeredAt ?? null },
  { name: 'closed_at', type: 'timestamptz', value: ({ value }) => value.closedAt ?? null },
  { name: 'last_hash', type: 'bytea', value: lastHashOf },
  { name: 'revisit_due_at', type: 'timestamptz', value: ({ revisitDueAt }) => revisitDueAt ?? null },
];
const CASE_MOVE_SET = [...CASE_MOVE.map(({ name }) => name)]
  .filter((name) => name !== 'id')
  .map((name) => (name === 'revisit_due_at' ? `${name} = coalesce(r.${name}, t.${name})` : `${name} = r.${name}`))
  .join(', ');

const CASE: readonly Column<ChangedCase>[] = [
  ...CASE_MOVE,
  { name: 'number', type: 'text', value: ({ value }) => value.number },
  { name: 'opened_at', type: 'timestamptz', value: ({ value }) => value.openedAt },
  { name: 'title', type: 'text', value: ({ value }) => value.title },
  { name: 'category', type: 'text', value: ({ value }) => value.category },
  { name: 'nature', type: 'text', value: ({ value }) => value.nature },
  { name: 'urgency', type: 'text', value: ({ value }) => value.urgency },
  { name: 'place', type: 'jsonb', value: ({ value }) => json(value.place) },
  { name: 'street', type: 'text', value: ({ value }) => value.place.street ?? null },
  { name: 'grid_code', type: 'text', value: ({ value }) => value.place.gridCode ?? null },
  { name: 'recurrence_of', type: 'uuid', value: ({ value }) => value.recurrenceOf ?? null },
  { name: 'routed_to', type: 'text', value: ({ routedTo }) => routedTo ?? null },
  { name: 'route', type: 'jsonb', value: ({ route }) => json(route ?? null) },
];

const reportColumns = (at: Date): readonly Column<NewReport>[] => [
  { name: 'id', type: 'uuid', value: ({ report }) => report.id },
  { name: 'platform', type: 'text', value: ({ report }) => report.platform },
  { name: 'external_id', type: 'text', value: ({ report }) => report.externalId },
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'reported_at', type: 'timestamptz', value: ({ report }) => report.reportedAt },
  { name: 'source_updated_at', type: 'timestamptz', value: ({ report }) => report.sourceUpdatedAt },
  { name: 'title', type: 'text', value: ({ report }) => report.title },
  { name: 'body', type: 'text', value: ({ report }) => report.body },
  { name: 'nature', type: 'text', value: ({ report }) => report.nature },
  { name: 'urgency', type: 'text', value: ({ report }) => report.urgency },
  { name: 'category', type: 'text', value: ({ report }) => report.category },
  { name: 'source_category', type: 'jsonb', value: ({ report }) => json(report.sourceCategory) },
  { name: 'place', type: 'jsonb', value: ({ report }) => json(report.place) },
  { name: 'reporter_hash', type: 'text', value: ({ report }) => report.reporterHash ?? null },
  {
    name: 'sealed_reporter',
    type: 'bytea',
    value: ({ report }) => (report.sealedReporter ? Buffer.from(report.sealedReporter) : null),
  },
  { name: 'source_due_at', type: 'timestamptz', value: ({ report }) => report.sourceDueAt ?? null },
  { name: 'relay_of', type: 'jsonb', value: ({ report }) => json(report.relayOf) },
  { name: 'evaluation', type: 'jsonb', value: ({ report }) => json(report.evaluation) },
  { name: 'grams', type: 'bytea', value: ({ text }) => packGrams(text.grams) },
  { name: 'places', type: 'text[]', value: ({ text }) => textArray(text.places) },
  { name: 'created_at', type: 'timestamptz', value: () => at },
];

const linkColumns = (at: Date): readonly Column<NewReport>[] => [
  { name: 'report_id', type: 'uuid', value: ({ report }) => report.id },
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'relation', type: 'text', value: ({ relation }) => relation },
  { name: 'nearest', type: 'uuid', value: ({ nearest }) => nearest ?? null },
  { name: 'score', type: 'real', value: ({ score }) => score ?? null },
  { name: 'shares', type: 'jsonb', value: ({ shares }) => json(shares) },
  { name: 'linked_at', type: 'timestamptz', value: () => at },
];

interface KeyRow {
  readonly key: string;
  readonly report: NewReport['report'];
}
const keysOf = ({ keys, report }: NewReport): KeyRow[] => keys.map((key) => ({ key: key.toString(), report }));
const KEY: readonly Column<KeyRow>[] = [
  { name: 'key', type: 'bigint', value: ({ key }) => key },
  { name: 'reported_at', type: 'timestamptz', value: ({ report }) => report.reportedAt },
  { name: 'report_id', type: 'uuid', value: ({ report }) => report.id },
];

const suggestionColumns = (at: Date): readonly Column<NewSuggestion>[] => [
  { name: 'report_id', type: 'uuid', value: ({ reportId }) => reportId },
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'nearest', type: 'uuid', value: ({ nearest }) => nearest },
  { name: 'score', type: 'real', value: ({ score }) => score },
  { name: 'shares', type: 'jsonb', value: ({ shares }) => json(shares) },
  { name: 'created_at', type: 'timestamptz', value: () => at },
];

interface EventRow extends ChainedEvent {
  readonly caseId: CaseId;
}
const eventsOf = ({ value, events }: ChangedCase): EventRow[] => events.map((event) => ({ ...event, caseId: value.id }));
const EVENT: readonly Column<EventRow>[] = [
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'seq', type: 'int', value: ({ seq }) => seq },
  { name: 'type', type: 'text', value: ({ event }) => event.type },
  { name: 'at', type: 'timestamptz', value: ({ event }) => event.at },
  { name: 'actor', type: 'text', value: ({ event }) => event.actor },
  { name: 'data', type: 'jsonb', value: ({ event }) => json(event.data) },
  { name: 'hash', type: 'bytea', value: ({ hash }) => Buffer.from(hash) },
];

type PromiseRow = CaseChangeSet['promises'][number] & { readonly metAt: Date | null };
const PROMISE: readonly Column<PromiseRow>[] = [
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'clock', type: 'text', value: ({ promise }) => promise.clock },
  { name: 'starts_at', type: 'timestamptz', value: ({ promise }) => promise.startsAt },
  { name: 'warn_at', type: 'timestamptz', value: ({ promise }) => promise.warnAt },
  { name: 'due_at', type: 'timestamptz', value: ({ promise }) => promise.dueAt },
  { name: 'because', type: 'text', value: ({ promise }) => promise.because },
  { name: 'met_at', type: 'timestamptz', value: ({ metAt }) => metAt },
];
type ClockRow = CaseChangeSet['metClocks'][number];
const CLOCK: readonly Column<ClockRow>[] = [
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'clock', type: 'text', value: ({ clock }) => clock },
];

/** Clocks that start and stop in the same transaction are written once, as met. */
async function savePromises(manager: EntityManager, { at, promises, metClocks }: CaseChangeSet): Promise<void> {
  const name = ({ caseId, clock }: ClockRow) => `${caseId} ${clock}`;
  const met = new Map(metClocks.map((row) => [name(row), row]));
  const rows = promises.map((row): PromiseRow => {
    const isMet = met.delete(name({ caseId: row.caseId, clock: row.promise.clock }));
    return { ...row, metAt: isMet ? at : null };
  });
  await insertRows(manager, 'case_clocks', PROMISE, rows);
  const opened = new Set(promises.map(({ caseId }) => caseId));
  const earlier = [...met.values()].filter(({ caseId }) => !opened.has(caseId));
  const stamped: readonly Column<ClockRow>[] = [...CLOCK, { name: 'met_at', type: 'timestamptz', value: () => at }];
  await updateRows(manager, 'case_clocks', stamped, earlier, {
    set: 'met_at = r.met_at',
    where: 't.case_id = r.case_id and t.clock = r.clock and t.met_at is null',
  });
}

const DELIVERY: readonly Column<Delivery>[] = [
  { name: 'id', type: 'uuid', value: ({ id }) => id },
  { name: 'channel', type: 'text', value: ({ channel }) => channel },
  { name: 'target', type: 'text', value: ({ target }) => target },
  { name: 'case_id', type: 'uuid', value: ({ caseId }) => caseId },
  { name: 'report_id', type: 'uuid', value: ({ reportId }) => reportId ?? null },
  { name: 'type', type: 'text', value: ({ type }) => type },
  { name: 'payload', type: 'jsonb', value: ({ payload }) => json(payload) },
  { name: 'created_at', type: 'timestamptz', value: ({ createdAt }) => createdAt },
  { name: 'next_attempt_at', type: 'timestamptz', value: ({ createdAt }) => createdAt },
];

const REPORT_NEWS: readonly Column<ChangedReport>[] = [
  { name: 'id', type: 'uuid', value: ({ id }) => id },
  { name: 'source_updated_at', type: 'timestamptz', value: ({ sourceUpdatedAt }) => sourceUpdatedAt },
  { name: 'title', type: 'text', value: ({ title }) => title ?? null },
  { name: 'body', type: 'text', value: ({ body }) => body ?? null },
  { name: 'evaluation', type: 'jsonb', value: ({ evaluation }) => json(evaluation) },
  { name: 'withdrawn_at', type: 'timestamptz', value: ({ withdrawnAt }) => withdrawnAt ?? null },
];
const REPORT_NEWS_SET = REPORT_NEWS.map(({ name }) => name)
  .filter((name) => name !== 'id')
  .map((name) => `${name} = coalesce(r.${name}, t.${name})`)
  .join(', ');

/** Answers nobody wants any more; one that leaves at this very moment is still logged, and confirmed if it arrives. */
async function silence(manager: EntityManager, { at, silenced }: CaseChangeSet): Promise<void> {
  if (silenced.length === 0) return;
  await manager.query(
    `update deliveries set state = 'cancelled', settled_at = $2, reason = 'withdrawn by the citizen'
     where report_id = any($1::uuid[]) and channel = 'write-back' and state in ('owed', 'unknown', 'parked')`,
    [silenced, at],
  );
}

const settledColumns = (at: Date): readonly Column<SettledRecord>[] => [
  { name: 'id', type: 'bigint', value: ({ id }) => id },
  { name: 'outcome', type: 'text', value: ({ outcome }) => outcome },
  { name: 'report_id', type: 'uuid', value: ({ reportId }) => reportId ?? null },
  { name: 'faults', type: 'jsonb', value: ({ faults }) => json(faults) },
  { name: 'settled_at', type: 'timestamptz', value: () => at },
];
