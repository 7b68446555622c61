import type { Case } from '../case/case.js';
import type { AttachedReport } from '../case/owed-deliveries.js';
import type { CaseStatus, CommandName } from '../case/case-status.js';
import type { CommandOutcome } from '../case/decide-case.js';
import type { ErrorCode } from '../error-codes.js';
import type { CaseId, CaseNumber, DepartmentId, ExternalId, PlatformId, RecordId, ReportId } from '../ids.js';
import type { MatchSubject } from '../matching/match-subject.js';
import type { StagedRecord } from '../report/records.js';
import type { Report } from '../report/report.js';
import type { CaseChangeSet } from './case-change-set.js';
import type { SettledDelivery } from './delivery-store.js';

/** A report that is stored already, with its case. */
export interface KnownReport extends Report {
  readonly caseId: CaseId;
  readonly withdrawnAt?: Date;
}

/** A stored report found by one of its keys, or another one of its case. */
export interface FoundSubject {
  readonly subject: MatchSubject;
  readonly caseId: CaseId;
  readonly closedAt?: Date;
  /** Positions of the searches it is among the nearest of; none for one that only stands in the same case. */
  readonly wantedBy: readonly number[];
}

/** One report of a case on the way to closing. */
export interface AnswerableReport extends AttachedReport {
  readonly evaluated: boolean;
}

/** A call-back that was answered; the same message gets the same answer for ever. */
export interface Receipt {
  readonly department: DepartmentId;
  readonly messageId: string;
  readonly bodyHash: Uint8Array;
  readonly receivedAt: Date;
  readonly answer: ReceiptAnswer;
}

export interface ReceiptAnswer {
  readonly number: CaseNumber;
  readonly status: CaseStatus;
  readonly version: number;
  readonly outcome: CommandOutcome['kind'];
  readonly code?: ErrorCode;
  readonly message?: string;
  readonly legal?: readonly CommandName[];
}

/** What one transaction can see and do. Cases it returns stay locked until it ends. */
export interface CaseTransaction {
  /** The records still waiting among `ids`; those another worker holds are left out. */
  take(ids: readonly RecordId[]): Promise<StagedRecord[]>;
  /** Advisory locks on ascending slots, held until the end: two workers never both find "new". */
  lock(slots: readonly number[]): Promise<void>;
  knownReports(ids: readonly { readonly platform: PlatformId; readonly externalId: ExternalId }[]): Promise<KnownReport[]>;
  /** For each search (its keys), the stored reports that share its rarest keys, at most `nearest` each, with others of their cases. */
  findSubjects(searches: readonly (readonly bigint[])[], nearest: number): Promise<FoundSubject[]>;
  lockCases(ids: readonly CaseId[]): Promise<Case[]>;
  lockCaseByNumber(number: CaseNumber): Promise<Case | undefined>;
  reportsOf(caseId: CaseId): Promise<AnswerableReport[]>;
  /** Open due times of cases as ISO instants by clock, for the department. */
  dueTimes(ids: readonly CaseId[]): Promise<Map<CaseId, Record<string, string>>>;
  /** Hash of the newest event of each case. */
  lastHashes(ids: readonly CaseId[]): Promise<Map<CaseId, Uint8Array>>;
  /** Answers of the case that are not confirmed yet. */
  openAnswers(caseId: CaseId): Promise<ReportId[]>;
  /** Logs attempts and moves their deliveries on. Lock the cases first. */
  settleDeliveries(results: readonly SettledDelivery[]): Promise<void>;
  /** The answer a department was given to the same message before. */
  findReceipt(department: DepartmentId, messageId: string): Promise<Receipt | undefined>;
  keepReceipt(receipt: Receipt): Promise<void>;
  nextNumbers(count: number): Promise<number[]>;
  save(changes: CaseChangeSet): Promise<void>;
}

/** The truth about cases. */
export abstract class CaseStore {
  abstract inTransaction<T>(work: (transaction: CaseTransaction) => Promise<T>): Promise<T>;

  /** Answered cases whose wait for the citizen's word is over. */
  abstract revisitsOver(now: Date, limit: number): Promise<CaseNumber[]>;

  /** Marks clocks that warn or ring now, each once; returns how many of each. */
  abstract ringClocks(now: Date): Promise<{ warned: number; overdue: number }>;
}
