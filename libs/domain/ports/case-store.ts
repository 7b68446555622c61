import type { Case } from '../case/case.js';
import type { AttachedReport } from '../case/owed-messages.js';
import type { CaseStatus, CommandName } from '../case/case-status.js';
import type { CommandOutcome } from '../case/decide-case.js';
import type { ErrorCode } from '../error-codes.js';
import type { CaseId, CaseNumber, ExternalId, PlatformId, RecordId, ReportId } from '../ids.js';
import type { MatchSubject } from '../matching/match-subject.js';
import type { RunningClock } from '../deadline/running-clock.js';
import type { StagedRecord } from '../report/records.js';
import type { CaseChangeSet } from './case-change-set.js';
import type { SettledDelivery } from './delivery-store.js';
import type { GroupingRows } from './grouping-rows.js';
import type { KnownReport } from './known-report.js';

export type { KnownReport } from './known-report.js';

/** A stored report as the matcher sees it, with its case. */
export interface StoredSubject {
  readonly subject: MatchSubject;
  readonly caseId: CaseId;
  readonly closedAt?: Date;
}

/** A stored report found by some of its keys; it may have been withdrawn. */
export interface FoundSubject {
  readonly subject: MatchSubject;
  /** Positions of the searches it is among the nearest of. */
  readonly wantedBy: readonly number[];
}

/** What a look found, and a mark of what it could see. */
export interface Looked {
  readonly found: readonly FoundSubject[];
  readonly mark: string;
}

/** One report of a case on the way to closing. */
export interface AnswerableReport extends AttachedReport {
  readonly evaluated: boolean;
}

/** A message that was answered; the same one gets the same answer for ever. */
export interface Receipt {
  /** A department's id, or the operator as an actor. */
  readonly sender: string;
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
  /** What changing the grouping needs beside the cases. */
  readonly groupings: GroupingRows;
  /** The records still waiting among `ids`; those another worker holds are left out. */
  take(ids: readonly RecordId[]): Promise<StagedRecord[]>;
  /** Advisory locks on ascending slots, held until the end: two workers never both find "new". */
  lock(slots: readonly number[]): Promise<void>;
  knownReports(ids: readonly { readonly platform: PlatformId; readonly externalId: ExternalId }[]): Promise<KnownReport[]>;
  /** For each search (its keys), the stored reports that share its rarest keys, at most `nearest` each. */
  findSubjects(searches: readonly (readonly bigint[])[], nearest: number): Promise<Looked>;
  /** Tells others that `worker` writes, and whether nobody but `worker` has written since the look of this mark. Lock first. */
  isAlone(worker: string, mark: string): Promise<boolean>;
  /** The reports that are not withdrawn, with the others of their cases, the first `limit` of each. */
  withTheirCases(reports: readonly ReportId[], limit: number): Promise<StoredSubject[]>;
  /** When the reports stored under each key were reported, those since an instant, the newest `most` of them. */
  reportedUnder(keys: readonly bigint[], since: Date, most: number): Promise<Map<bigint, Date[]>>;
  lockCases(ids: readonly CaseId[]): Promise<Case[]>;
  lockCaseByNumber(number: CaseNumber): Promise<Case | undefined>;
  reportsOf(caseId: CaseId): Promise<AnswerableReport[]>;
  /** The same of several cases. */
  reportsOfEach(ids: readonly CaseId[]): Promise<Map<CaseId, AnswerableReport[]>>;
  /** The clocks of cases that run or stand still. */
  runningClocks(ids: readonly CaseId[]): Promise<Map<CaseId, RunningClock[]>>;
  /** Hash of the newest event of each case. */
  lastHashes(ids: readonly CaseId[]): Promise<Map<CaseId, Uint8Array>>;
  /** Answers of the case that are not confirmed yet. */
  openAnswers(caseId: CaseId): Promise<ReportId[]>;
  /** The cases of which some answer is not confirmed yet. */
  withOpenAnswers(ids: readonly CaseId[]): Promise<Set<CaseId>>;
  /** Logs attempts and moves their deliveries on. Lock the cases first. */
  settleDeliveries(results: readonly SettledDelivery[]): Promise<void>;
  /** The answer the sender was given to the same message before. */
  findReceipt(sender: string, messageId: string): Promise<Receipt | undefined>;
  keepReceipt(receipt: Receipt): Promise<void>;
  nextNumbers(count: number): Promise<number[]>;
  save(changes: CaseChangeSet): Promise<void>;
}

/** The truth about cases. */
export abstract class CaseStore {
  abstract inTransaction<T>(work: (transaction: CaseTransaction) => Promise<T>): Promise<T>;

  /** Answered cases whose wait for the citizen's word is over. */
  abstract revisitsOver(now: Date, limit: number): Promise<CaseNumber[]>;

  /** Cases with a clock that is to ring by now, those that have waited longest first. */
  abstract casesToRing(now: Date, limit: number): Promise<CaseId[]>;
}
