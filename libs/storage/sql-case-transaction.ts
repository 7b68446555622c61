import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { CaseId, CaseNumber, ExternalId, PlatformId, RecordId, ReportId } from '#domain/ids.js';
import type { RunningClock } from '#domain/deadline/running-clock.js';
import { nearestByRarity, NEWEST_PER_KEY } from '#domain/matching/nearest-by-rarity.js';
import type { CaseChangeSet } from '#domain/ports/case-change-set.js';
import type {
  AnswerableReport,
  CaseTransaction,
  Looked,
  KnownReport,
  Receipt,
  ReceiptAnswer,
  StoredSubject,
} from '#domain/ports/case-store.js';
import type { SettledDelivery } from '#domain/ports/delivery-store.js';
import type { StagedRecord } from '#domain/report/records.js';
import { json } from './insert-rows.js';
import type { CaseRow, ClockRow, ReportRow } from './row-mappers.js';
import { toCase, toKnownReport, toRunningClock } from './row-mappers.js';
import { saveChanges } from './save-changes.js';
import { settleDeliveries } from './settle-deliveries.js';
import { SqlGroupingRows } from './sql-grouping-rows.js';
import type { StoredSubjects } from './stored-subjects.js';

const CASE_COLUMNS = `id, number, version, status, opened_at, title, category, nature, urgency, place, lead, co_handlers,
  returned_by, round, answer, answered_at, closed_at, recurrence_of, merged_into, supervision, proceedings`;
const OPEN_ANSWER = `channel = 'write-back' and type = 'answer' and state not in ('confirmed', 'cancelled')`;
const CLOCK_COLUMNS = 'case_id, clock, starts_at, warn_at, due_at, unit, because, rung, paused_at';

/** One index probe a key, so that the cost is keys × newest however many reports there are. One JSON text is cheapest to read. */
const FIND_BY_KEYS = `
select json_agg(ids) as found, pg_current_snapshot()::text as mark from (
  select array(select report_id from report_keys r where r.key = k.key order by r.reported_at desc limit ${NEWEST_PER_KEY}) as ids
  from unnest($1::bigint[]) with ordinality as k(key, position) order by position) probed`;

/** What another worker has written since the look, or may have written in a turn that is swept away by now. */
const TAKE_TURN = `
with taken as (insert into intake_turns (worker) values ($1)),
swept as (
  delete from intake_turns where xid in (
    select xid from intake_turns where taken_at < now() - interval '5 minutes' for update skip locked))
select clock_timestamp() > now() + interval '2 minutes' or exists (
  select 1 from intake_turns
  where worker <> $1 and xid >= pg_snapshot_xmin($2::pg_snapshot) and not pg_visible_in_snapshot(xid, $2::pg_snapshot)) as met`;

const REPORTED_UNDER = `
select * from (
  select key, array(select reported_at from report_keys r where r.key = k.key and r.reported_at >= $2 order by r.reported_at desc limit $3) as instants
  from unnest($1::bigint[]) as k(key)) probed
where instants <> '{}'`;

/** One PostgreSQL transaction as the flow sees it. */
export class SqlCaseTransaction implements CaseTransaction {
  readonly groupings: SqlGroupingRows;

  constructor(
    private readonly manager: EntityManager,
    private readonly subjects: StoredSubjects,
  ) {
    this.groupings = new SqlGroupingRows(manager);
  }

  async take(ids: readonly RecordId[]): Promise<StagedRecord[]> {
    const rows = await this.manager.query<
      { id: RecordId; platform: PlatformId; external_id: ExternalId; received_at: Date; bytes: Buffer; sealed: boolean }[]
    >(
      `select id, platform, external_id, received_at, bytes, sealed from records
       where id = any($1::bigint[]) and outcome is null order by id for update skip locked`,
      [ids],
    );
    return rows.map(({ id, platform, external_id, received_at, bytes, sealed }) => ({
      id,
      platform,
      externalId: external_id,
      receivedAt: received_at,
      bytes,
      isSealed: sealed,
    }));
  }

  async lock(slots: readonly number[]): Promise<void> {
    // The second word of the lock's name is ours; the first keeps out of the way of other users of advisory locks.
    await this.manager.query('select pg_advisory_xact_lock(724551, slot) from (select unnest($1::int[]) as slot) ordered', [
      slots,
    ]);
  }

  async knownReports(ids: readonly { platform: PlatformId; externalId: ExternalId }[]): Promise<KnownReport[]> {
    if (ids.length === 0) return [];
    const rows = await this.manager.query<ReportRow[]>(
      `select r.* from unnest($1::text[], $2::text[]) w(platform, external_id) join reports r using (platform, external_id)`,
      [ids.map(({ platform }) => platform), ids.map(({ externalId }) => externalId)],
    );
    return rows.map(toKnownReport);
  }

  async findSubjects(searches: readonly (readonly bigint[])[], nearest: number): Promise<Looked> {
    // In the order of the index, so that one probe finds the page that the one before has fetched.
    const keys = [...BigInt64Array.from(new Set(searches.flat())).sort()];
    const [{ found, mark }] = await this.manager.query<{ found: ReportId[][] | null; mark: string }[]>(FIND_BY_KEYS, [
      keys.map(String),
    ]);
    const wantedBy = nearestByRarity(searches, new Map(found?.map((ids, index) => [keys[index], ids])), nearest);
    const said = await this.subjects.read(this.manager, [...wantedBy.keys()]);
    return { found: said.map((subject) => ({ subject, wantedBy: wantedBy.get(subject.reportId) ?? [] })), mark };
  }

  async isAlone(worker: string, mark: string): Promise<boolean> {
    const [{ met }] = await this.manager.query<{ met: boolean }[]>(TAKE_TURN, [worker, mark]);
    return !met;
  }

  withTheirCases(reports: readonly ReportId[], limit: number): Promise<StoredSubject[]> {
    return this.subjects.readCases(this.manager, reports, limit);
  }

  async reportedUnder(keys: readonly bigint[], since: Date, most: number): Promise<Map<bigint, Date[]>> {
    const rows = await this.manager.query<{ key: string; instants: Date[] }[]>(REPORTED_UNDER, [keys.map(String), since, most]);
    return new Map(rows.map(({ key, instants }) => [BigInt(key), instants]));
  }

  async lockCases(ids: readonly CaseId[]): Promise<Case[]> {
    const rows = await this.manager.query<CaseRow[]>(
      `select ${CASE_COLUMNS} from cases where id = any($1::uuid[]) order by id for update`,
      [ids],
    );
    return rows.map(toCase);
  }

  async lockCaseByNumber(number: CaseNumber): Promise<Case | undefined> {
    const rows = await this.manager.query<CaseRow[]>(`select ${CASE_COLUMNS} from cases where number = $1 for update`, [number]);
    return rows.map(toCase)[0];
  }

  async reportsOf(caseId: CaseId): Promise<AnswerableReport[]> {
    return (await this.reportsOfEach([caseId])).get(caseId) ?? [];
  }

  async reportsOfEach(ids: readonly CaseId[]): Promise<Map<CaseId, AnswerableReport[]>> {
    const rows = await this.manager.query<ReportRow[]>(
      `select id, case_id, platform, external_id, body, withdrawn_at, evaluation from reports
       where case_id = any($1::uuid[]) order by created_at, id`,
      [ids],
    );
    const byCase = new Map<CaseId, AnswerableReport[]>(ids.map((id) => [id, []]));
    for (const { id, case_id, platform, external_id, body, withdrawn_at, evaluation } of rows) {
      const report = {
        id,
        platform,
        externalId: external_id,
        body,
        withdrawn: withdrawn_at !== null,
        evaluated: evaluation !== null,
      };
      byCase.get(case_id)!.push(report);
    }
    return byCase;
  }

  async runningClocks(ids: readonly CaseId[]): Promise<Map<CaseId, RunningClock[]>> {
    const rows = await this.manager.query<ClockRow[]>(
      `select ${CLOCK_COLUMNS} from case_clocks where case_id = any($1::uuid[]) and met_at is null`,
      [ids],
    );
    const byCase = new Map<CaseId, RunningClock[]>(ids.map((id) => [id, []]));
    for (const row of rows) byCase.get(row.case_id)!.push(toRunningClock(row));
    return byCase;
  }

  async lastHashes(ids: readonly CaseId[]): Promise<Map<CaseId, Uint8Array>> {
    const rows = await this.manager.query<{ id: CaseId; last_hash: Buffer }[]>(
      'select id, last_hash from cases where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, last_hash }) => [id, last_hash]));
  }

  async openAnswers(caseId: CaseId): Promise<ReportId[]> {
    const rows = await this.manager.query<{ report_id: ReportId }[]>(
      `select report_id from deliveries where case_id = $1 and ${OPEN_ANSWER}`,
      [caseId],
    );
    return rows.map(({ report_id }) => report_id);
  }

  async withOpenAnswers(ids: readonly CaseId[]): Promise<Set<CaseId>> {
    const rows = await this.manager.query<{ case_id: CaseId }[]>(
      `select distinct case_id from deliveries where case_id = any($1::uuid[]) and ${OPEN_ANSWER}`,
      [ids],
    );
    return new Set(rows.map(({ case_id }) => case_id));
  }

  async settleDeliveries(results: readonly SettledDelivery[]): Promise<void> {
    const { sql, parameters } = settleDeliveries(results);
    await this.manager.query(sql, [...parameters]);
  }

  async findReceipt(sender: string, messageId: string): Promise<Receipt | undefined> {
    const [row] = await this.manager.query<{ body_hash: Buffer; received_at: Date; answer: ReceiptAnswer }[]>(
      'select body_hash, received_at, answer from callbacks where department = $1 and message_id = $2',
      [sender, messageId],
    );
    return row && { sender, messageId, bodyHash: row.body_hash, receivedAt: row.received_at, answer: row.answer };
  }

  async keepReceipt({ sender, messageId, bodyHash, receivedAt, answer }: Receipt): Promise<void> {
    await this.manager.query(
      'insert into callbacks (department, message_id, received_at, body_hash, answer) values ($1, $2, $3, $4, $5)',
      [sender, messageId, receivedAt, Buffer.from(bodyHash), json(answer)],
    );
  }

  async nextNumbers(count: number): Promise<number[]> {
    if (count === 0) return [];
    const rows = await this.manager.query<{ number: string }[]>(
      `select nextval('case_numbers') as number from generate_series(1, $1::int)`,
      [count],
    );
    return rows.map(({ number }) => Number(number));
  }

  async save(changes: CaseChangeSet): Promise<void> {
    await saveChanges(this.manager, changes);
  }
}
