import type { Case } from '../case/case.js';
import type { Grouping } from '../case/grouping.js';
import type { CaseStatus } from '../case/case-status.js';
import type { CaseId, CaseNumber, DeliveryId, DepartmentId, GroupingId, PlatformId, ReportId, SuggestionId } from '../ids.js';
import type { KnownReport } from './known-report.js';

/** An operator's answer to a question. */
export type Verdict = 'same' | 'different';

/** What whoever changed the grouping is told, the first time and every time the same request comes again. */
export interface GroupingAnswer {
  readonly grouping: GroupingId;
  /** `linked`: the cases were not joined, one repeats the other. `noted`: the answer is kept, no case changed. */
  readonly outcome: 'moved' | 'merged' | 'linked' | 'noted' | 'undone';
  /** The cases it touched, as they stood after it. */
  readonly cases: readonly { readonly number: CaseNumber; readonly status: CaseStatus; readonly version: number }[];
}

/** A request that was carried out before. */
export interface GroupingReceipt {
  /** What was asked, as canonical JSON. */
  readonly asked: string;
  readonly answer: GroupingAnswer;
}

/** A question with the cases its two reports are in now, and the word it was given. */
export interface AskedPair {
  readonly id: SuggestionId;
  readonly reportId: ReportId;
  readonly nearest: ReportId;
  readonly cases: readonly [CaseId, CaseId];
  readonly answer?: Verdict;
  readonly answeredBy?: string;
  readonly answeredAt?: Date;
  readonly grouping?: GroupingId;
}

/** What a person said of two reports, to learn from. */
export interface MatchLabel {
  readonly a: ReportId;
  readonly b: ReportId;
  readonly isSame: boolean;
}

/** The answer a report has of a case, or had before it left. */
export interface GivenAnswer {
  readonly id: DeliveryId;
  readonly reportId: ReportId;
  readonly isCancelled: boolean;
}

/** A grouping as it is written down, after its cases are saved. */
export interface NewGrouping {
  readonly grouping: Grouping;
  readonly requestId: string;
  readonly receipt: GroupingReceipt;
  /** Cases it touched, as they stand now. */
  readonly cases: readonly Case[];
  readonly labels: readonly MatchLabel[];
  readonly verdict?: Verdict;
  /** The grouping it takes back. */
  readonly undoes?: GroupingId;
}

/** What changing the grouping needs of a transaction beside the cases. Lock the cases first. */
export interface GroupingRows {
  /** Lets requests of one id come one after the other. */
  lockRequest(requestId: string): Promise<void>;
  receipt(requestId: string): Promise<GroupingReceipt | undefined>;
  find(id: GroupingId): Promise<Grouping | undefined>;
  answerOf(id: GroupingId): Promise<GroupingAnswer | undefined>;
  caseIds(numbers: readonly CaseNumber[]): Promise<Map<CaseNumber, CaseId>>;
  suggestion(id: SuggestionId): Promise<AskedPair | undefined>;
  /** Reports by id, those withdrawn too. */
  reports(ids: readonly ReportId[]): Promise<KnownReport[]>;
  /** All reports of a case, the oldest first. */
  reportsOfCase(id: CaseId): Promise<KnownReport[]>;
  /** Takes back what a department was not sent yet of a case; true when something has left for it before. */
  supersedeWebhooks(caseId: CaseId, department: DepartmentId, why: string, at: Date): Promise<boolean>;
  /** Takes back what these reports were not told yet by a case. */
  supersedeWriteBacks(
    caseId: CaseId,
    reports: readonly ReportId[],
    types: readonly string[],
    why: string,
    at: Date,
  ): Promise<void>;
  /** Answers owed by a case to some reports since it was handed in. */
  answersGiven(caseId: CaseId, reports: readonly ReportId[], since: Date): Promise<GivenAnswer[]>;
  /** Owes cancelled answers again; they are looked for before they are written, since they may have arrived. Returns their platforms. */
  revive(ids: readonly DeliveryId[], at: Date): Promise<PlatformId[]>;
  /** Lets the clocks of a case run on that were stopped at that instant. */
  resumeClocks(caseId: CaseId, stoppedAt: Date): Promise<void>;
  keep(change: NewGrouping): Promise<void>;
}
