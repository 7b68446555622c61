import type { ChainedEvent } from '../case/event-chain.js';
import type { ErrorCode } from '../error-codes.js';
import type { CaseNumber, UndertakingId } from '../ids.js';
import type { UndertakingOutcome } from '../undertaking/decide-undertaking.js';
import type { ListKind, UndertakingCommandName, UndertakingState } from '../undertaking/undertaking-state.js';
import type { Undertaking, UndertakingEvent } from '../undertaking/undertaking.js';

/** What whoever asked is told, the first time and, where it changed something, every time the same request comes again. */
export interface UndertakingAnswer {
  readonly id: UndertakingId;
  readonly list: ListKind;
  readonly state: UndertakingState;
  readonly version: number;
  readonly outcome: UndertakingOutcome['kind'];
  readonly code?: ErrorCode;
  readonly message?: string;
  readonly legal?: readonly UndertakingCommandName[];
}

/** A request that was carried out before. */
export interface UndertakingReceipt {
  /** What was asked, as canonical JSON. */
  readonly asked: string;
  readonly answer: UndertakingAnswer;
}

/** An undertaking locked until the end of its transaction, with the hash its history ends in. */
export interface HeldUndertaking {
  readonly value: Undertaking;
  readonly lastHash: Uint8Array;
}

/** An undertaking as its new events leave it. */
export interface ChangedUndertaking {
  readonly value: Undertaking;
  readonly events: readonly ChainedEvent<UndertakingEvent>[];
}

/** What one transaction can see and do. */
export interface UndertakingTransaction {
  /** Lets requests of one id come one after the other. */
  lockRequest(requestId: string): Promise<void>;
  receipt(requestId: string): Promise<UndertakingReceipt | undefined>;
  keepReceipt(requestId: string, receipt: UndertakingReceipt, at: Date): Promise<void>;
  /** Locks an undertaking and folds its history. */
  hold(id: UndertakingId): Promise<HeldUndertaking | undefined>;
  /** The first undertakings whose clock has something to say now; those another transaction holds are left out. */
  holdRinging(now: Date, limit: number): Promise<HeldUndertaking[]>;
  /** Items of a project that have not ended. Hold the project first. */
  openItems(project: UndertakingId): Promise<number>;
  hasCase(number: CaseNumber): Promise<boolean>;
  /** Writes events and what they come to; the first event of a history opens its undertaking. */
  save(changes: readonly ChangedUndertaking[]): Promise<void>;
}

/** The truth about undertakings (清单事项). */
export abstract class UndertakingBook {
  abstract inTransaction<T>(work: (transaction: UndertakingTransaction) => Promise<T>): Promise<T>;
}
