import type { Case, CaseAnswer } from '#domain/case/case.js';
import type { CaseStatus } from '#domain/case/case-status.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import type { Proceedings } from '#domain/case/proceedings.js';
import type { TimeUnit } from '#domain/deadline/deadline-policy.js';
import type { ClockName, RunningClock } from '#domain/deadline/running-clock.js';
import type { SupervisionLevel } from '#domain/deadline/stage-policy.js';
import type { CaseId, CaseNumber, CategoryCode, DepartmentId, ExternalId, PlatformId, ReportId } from '#domain/ids.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { KnownReport } from '#domain/ports/case-store.js';
import type { Evaluation, Nature, Place, Relay, SolvedOnTheSpot, SourceCategory, Urgency } from '#domain/report/report.js';
import type { RouteSubject } from '#domain/routing/route.js';

/** Rows as the driver gives them: bigint and numeric as text, jsonb parsed, timestamptz as Date, absent as null. */
export interface CaseRow {
  readonly id: CaseId;
  readonly number: CaseNumber;
  readonly version: number;
  readonly status: CaseStatus;
  readonly opened_at: Date;
  readonly title: string;
  readonly category: CategoryCode;
  readonly nature: Nature;
  readonly urgency: Urgency;
  readonly place: Place;
  readonly lead: DepartmentId | null;
  readonly co_handlers: DepartmentId[];
  readonly returned_by: DepartmentId[];
  readonly round: number;
  readonly answer: (Omit<CaseAnswer, 'at'> & { readonly at: string }) | null;
  readonly answered_at: Date | null;
  readonly closed_at: Date | null;
  readonly recurrence_of: CaseId | null;
  readonly merged_into: CaseId | null;
  readonly supervision: SupervisionLevel | null;
  readonly proceedings: Proceedings | null;
}

export const toCase = (row: CaseRow): Case => ({
  id: row.id,
  number: row.number,
  version: row.version,
  status: row.status,
  openedAt: row.opened_at,
  title: row.title,
  category: row.category,
  nature: row.nature,
  urgency: row.urgency,
  place: row.place,
  lead: row.lead ?? undefined,
  coHandlers: row.co_handlers,
  returnedBy: row.returned_by,
  round: row.round,
  answer: row.answer ? { ...row.answer, at: new Date(row.answer.at) } : undefined,
  answeredAt: row.answered_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
  recurrenceOf: row.recurrence_of ?? undefined,
  mergedInto: row.merged_into ?? undefined,
  supervision: row.supervision ?? undefined,
  proceedings: row.proceedings ?? NO_PROCEEDINGS,
});

export interface ClockRow {
  readonly case_id: CaseId;
  readonly clock: ClockName;
  readonly starts_at: Date;
  readonly warn_at: Date;
  readonly due_at: Date;
  readonly unit: TimeUnit;
  readonly because: string;
  readonly rung: number;
  readonly paused_at: Date | null;
}

export const toRunningClock = (row: ClockRow): RunningClock => ({
  name: row.clock,
  startsAt: row.starts_at,
  warnAt: row.warn_at,
  dueAt: row.due_at,
  unit: row.unit,
  because: row.because,
  rung: row.rung,
  ...(row.paused_at && { pausedAt: row.paused_at }),
});

export interface ReportRow {
  readonly id: ReportId;
  readonly platform: PlatformId;
  readonly external_id: ExternalId;
  readonly case_id: CaseId;
  readonly reported_at: Date;
  readonly source_updated_at: Date;
  readonly title: string;
  readonly body: string;
  readonly nature: Nature;
  readonly urgency: Urgency;
  readonly category: CategoryCode;
  readonly source_category: SourceCategory | null;
  readonly place: Place;
  readonly reporter_hash: string | null;
  readonly identity_hashes: string[] | null;
  readonly sealed_reporter: Buffer | null;
  readonly source_due_at: Date | null;
  readonly relay_of: Relay | null;
  readonly evaluation: (Omit<Evaluation, 'at'> & { readonly at: string }) | null;
  readonly solved_on_the_spot: (Omit<SolvedOnTheSpot, 'at'> & { readonly at: string }) | null;
  readonly withdrawn_at: Date | null;
}

export const toKnownReport = (row: ReportRow): KnownReport => ({
  id: row.id,
  platform: row.platform,
  externalId: row.external_id,
  caseId: row.case_id,
  reportedAt: row.reported_at,
  sourceUpdatedAt: row.source_updated_at,
  title: row.title,
  body: row.body,
  nature: row.nature,
  urgency: row.urgency,
  category: row.category,
  sourceCategory: row.source_category ?? undefined,
  place: row.place,
  reporterHash: row.reporter_hash ?? undefined,
  identityHashes: row.identity_hashes ?? undefined,
  sealedReporter: row.sealed_reporter ?? undefined,
  sourceDueAt: row.source_due_at ?? undefined,
  relayOf: row.relay_of ?? undefined,
  evaluation: row.evaluation ? { ...row.evaluation, at: new Date(row.evaluation.at) } : undefined,
  solvedOnTheSpot: row.solved_on_the_spot ? { ...row.solved_on_the_spot, at: new Date(row.solved_on_the_spot.at) } : undefined,
  withdrawnAt: row.withdrawn_at ?? undefined,
});

export interface SubjectRow {
  readonly id: ReportId;
  readonly platform: PlatformId;
  readonly external_id: ExternalId;
  readonly reported_at: Date;
  readonly category: CategoryCode;
  readonly place: Place;
  readonly reporter_hash: string | null;
  readonly relay_of: Relay | null;
  readonly grams: Buffer;
  readonly places: string[];
}

export const toSubject = (row: SubjectRow): MatchSubject => ({
  reportId: row.id,
  platform: row.platform,
  externalId: row.external_id,
  reportedAt: row.reported_at,
  category: row.category,
  place: row.place,
  reporterHash: row.reporter_hash ?? undefined,
  relayOf: row.relay_of ?? undefined,
  text: { grams: unpackGrams(row.grams), places: row.places },
});

/** A case with the first of its reports, as the router reads it. */
export interface RouteSubjectRow {
  readonly category: CategoryCode;
  readonly nature: Nature;
  readonly place: Place;
  readonly title: string;
  readonly body: string;
  readonly platform: PlatformId;
  readonly source_category: SourceCategory | null;
  readonly reported_at: Date;
}

export const toRouteSubject = (row: RouteSubjectRow): RouteSubject => ({
  category: row.category,
  nature: row.nature,
  place: row.place,
  title: row.title,
  body: row.body,
  channel: row.platform,
  sourceCategory: row.source_category ?? undefined,
  reportedAt: row.reported_at,
  returnedBy: [],
});

/** n-gram hashes as signed 32-bit little-endian words: a quarter of the bytes of a JSON array, and no parsing. */
export const packGrams = (grams: ArrayLike<number>): Buffer => {
  const words = Int32Array.from(grams);
  return Buffer.from(words.buffer, words.byteOffset, words.byteLength);
};

/** A pooled Buffer need not start on a word boundary; the copy does. */
export const unpackGrams = (bytes: Buffer): Int32Array => new Int32Array(Uint8Array.from(bytes).buffer);
