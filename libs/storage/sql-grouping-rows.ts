import type { EntityManager } from 'typeorm';
import type { Grouping } from '#domain/case/grouping.js';
import type {
  CaseId,
  CaseNumber,
  DeliveryId,
  DepartmentId,
  GroupingId,
  PlatformId,
  ReportId,
  SuggestionId,
} from '#domain/ids.js';
import type { KnownReport } from '#domain/ports/case-store.js';
import type {
  AskedPair,
  GivenAnswer,
  GroupingAnswer,
  GroupingReceipt,
  GroupingRows,
  NewGrouping,
  Verdict,
} from '#domain/ports/grouping-rows.js';
import type { ReportRow } from './row-mappers.js';
import { toKnownReport } from './row-mappers.js';
import { saveGrouping } from './save-grouping.js';
import { rowsOf } from './sql-record-store.js';

/** The first word of an advisory lock's name; the second is the request. */
const REQUEST_LOCK = 724_553;

interface GroupingRow {
  readonly id: GroupingId;
  readonly kind: Grouping['kind'];
  readonly actor: Grouping['actor'];
  readonly because: string;
  readonly at: Date;
  readonly effect: Grouping['effect'];
  readonly undone_by: GroupingId | null;
}

interface PairRow {
  readonly id: SuggestionId;
  readonly report_id: ReportId;
  readonly nearest: ReportId;
  readonly case_a: CaseId;
  readonly case_b: CaseId;
  readonly answer: Verdict | null;
  readonly answered_by: string | null;
  readonly answered_at: Date | null;
  readonly answered_in: GroupingId | null;
}

/** The grouping of reports as one PostgreSQL transaction sees it. */
export class SqlGroupingRows implements GroupingRows {
  constructor(private readonly manager: EntityManager) {}

  async lockRequest(requestId: string): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock($1, hashtext($2))', [REQUEST_LOCK, requestId]);
  }

  async receipt(requestId: string): Promise<GroupingReceipt | undefined> {
    const [row] = await this.rows<GroupingReceipt>('select asked, answer from groupings where request_id = $1', [requestId]);
    return row;
  }

  async find(id: GroupingId): Promise<Grouping | undefined> {
    const [row] = await this.rows<GroupingRow>(
      'select id, kind, actor, because, at, effect, undone_by from groupings where id = $1',
      [id],
    );
    if (row === undefined) return undefined;
    const { undone_by, ...grouping } = row;
    return { ...grouping, undoneBy: undone_by ?? undefined };
  }

  async answerOf(id: GroupingId): Promise<GroupingAnswer | undefined> {
    const [row] = await this.rows<{ answer: GroupingAnswer }>('select answer from groupings where id = $1', [id]);
    return row?.answer;
  }

  async caseIds(numbers: readonly CaseNumber[]): Promise<Map<CaseNumber, CaseId>> {
    const rows = await this.rows<{ number: CaseNumber; id: CaseId }>('select number, id from cases where number = any($1)', [
      numbers,
    ]);
    return new Map(rows.map(({ number, id }) => [number, id]));
  }

  async suggestion(id: SuggestionId): Promise<AskedPair | undefined> {
    const [row] = await this.rows<PairRow>(
      `select s.id, s.report_id, s.nearest, r.case_id as case_a, n.case_id as case_b, s.answer, s.answered_by, s.answered_at, s.answered_in
       from match_suggestions s join reports r on r.id = s.report_id join reports n on n.id = s.nearest where s.id = $1`,
      [id],
    );
    return row && toPair(row);
  }

  async reports(ids: readonly ReportId[]): Promise<KnownReport[]> {
    const rows = await this.rows<ReportRow>('select * from reports where id = any($1::uuid[])', [ids]);
    return rows.map(toKnownReport);
  }

  async reportsOfCase(id: CaseId): Promise<KnownReport[]> {
    const rows = await this.rows<ReportRow>('select * from reports where case_id = $1 order by created_at, id', [id]);
    return rows.map(toKnownReport);
  }

  async supersedeWebhooks(caseId: CaseId, department: DepartmentId, why: string, at: Date): Promise<boolean> {
    await this.manager.query(
      `update deliveries set state = 'cancelled', settled_at = $4, reason = $3
       where case_id = $1 and channel = 'webhook' and target = $2 and state in ('owed', 'unknown', 'parked')`,
      [caseId, department, why, at],
    );
    // The update above waited for whoever was just taking one of them: what it took counts as an attempt.
    const [{ left }] = await this.rows<{ left: boolean }>(
      `select exists (select 1 from deliveries where case_id = $1 and channel = 'webhook' and target = $2 and attempts > 0) as left`,
      [caseId, department],
    );
    return left;
  }

  async supersedeWriteBacks(
    caseId: CaseId,
    reports: readonly ReportId[],
    types: readonly string[],
    why: string,
    at: Date,
  ): Promise<void> {
    await this.manager.query(
      `update deliveries set state = 'cancelled', settled_at = $5, reason = $4
       where case_id = $1 and report_id = any($2::uuid[]) and channel = 'write-back' and type = any($3) and state in ('owed', 'unknown', 'parked')`,
      [caseId, reports, types, why, at],
    );
  }

  async answersGiven(caseId: CaseId, reports: readonly ReportId[], since: Date): Promise<GivenAnswer[]> {
    const rows = await this.rows<{ id: DeliveryId; report_id: ReportId; state: string }>(
      `select distinct on (report_id) id, report_id, state from deliveries
       where case_id = $1 and report_id = any($2::uuid[]) and channel = 'write-back' and type = 'answer' and created_at >= $3
       order by report_id, seq desc`,
      [caseId, reports, since],
    );
    return rows.map(({ id, report_id, state }) => ({ id, reportId: report_id, isCancelled: state === 'cancelled' }));
  }

  async revive(ids: readonly DeliveryId[], at: Date): Promise<PlatformId[]> {
    if (ids.length === 0) return [];
    const rows = await this.rows<{ target: PlatformId }>(
      `update deliveries set state = 'unknown', settled_at = null, reason = null, next_attempt_at = $2, plan_starts_after = attempts
       where id = any($1::uuid[]) and state = 'cancelled' returning target`,
      [ids, at],
    );
    return [...new Set(rows.map(({ target }) => target))];
  }

  async resumeClocks(caseId: CaseId, stoppedAt: Date): Promise<void> {
    await this.manager.query('update case_clocks set met_at = null where case_id = $1 and met_at = $2', [caseId, stoppedAt]);
  }

  async keep(change: NewGrouping): Promise<void> {
    await saveGrouping(this.manager, change);
  }

  private async rows<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return rowsOf<Row>(await this.manager.query(sql, parameters));
  }
}

const toPair = (row: PairRow): AskedPair => ({
  id: row.id,
  reportId: row.report_id,
  nearest: row.nearest,
  cases: [row.case_a, row.case_b],
  answer: row.answer ?? undefined,
  answeredBy: row.answered_by ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  grouping: row.answered_in ?? undefined,
});
