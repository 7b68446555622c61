import type { LocalDay } from '../deadline/city-days.js';
import type { ErrorCode } from '../error-codes.js';
import type { ExternalId } from '../ids.js';
import type { ReportDraft } from '../report/report.js';

/** Where a pull goes on: opaque to everybody but the adapter that made it; survives JSON. */
export type Cursor = string;

/** One record as the platform sent it, cut out of its page and otherwise untouched. */
export interface RawRecord {
  readonly externalId: ExternalId;
  readonly bytes: Uint8Array;
}

/** Why something cannot be read, for a person: the field, and what is wrong with it. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** A piece of a page in which no record can be recognised; it goes to quarantine as it is. */
export interface UnreadableRecord {
  readonly bytes: Uint8Array;
  readonly faults: readonly Fault[];
  /** Stable for the same piece of the same source, so that a re-pull does not double it. */
  readonly externalId: ExternalId;
}

/** One page. `next` is where the following pull starts once this page is committed. */
export interface PulledPage {
  readonly records: readonly RawRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly next: Cursor;
}

/** One local day at a platform, or as much of it as the hub must have by now: changes at or after `from` and before `before`. */
export interface CountedSpan {
  readonly day: LocalDay;
  readonly from: Date;
  readonly before: Date;
}

/** A page of a recount: records exactly as `pull` cuts them out, but no cursor. */
export type CountedPage = Omit<PulledPage, 'next'>;

/** What a mapper makes of a raw record. A mapper is pure and total: it never throws, whatever the bytes. */
export type MappedRecord =
  | { readonly kind: 'report'; readonly draft: ReportDraft }
  | { readonly kind: 'withdrawal'; readonly externalId: ExternalId; readonly at: Date }
  | { readonly kind: 'rejected'; readonly faults: readonly Fault[] };

/** An answer owed to one citizen on one platform. */
export interface PlatformUpdate {
  readonly externalId: ExternalId;
  /** Stable over retries; a platform that can store it lets us recognise our own write. */
  readonly reference: string;
  readonly kind: 'progress' | 'answer';
  readonly text: string;
  /** Name of the department that answers, in Chinese, as citizens know it. */
  readonly department: string;
  readonly at: Date;
}

/** What the platform shows when we look after writing. */
export type ReadBack = { readonly kind: 'shown' } | { readonly kind: 'absent' } | { readonly kind: 'pending' };

export interface AdapterDescription {
  readonly kind: string;
  /** Title in Chinese, for the console. */
  readonly title: string;
  readonly capabilities: readonly ('pull' | 'receive' | 'push-update' | 'count')[];
}

/** Whether the platform can be worked with, and if not, who must do what. */
export type CheckResult =
  | { readonly kind: 'ok'; readonly detail: string }
  | {
      readonly kind: 'fault';
      readonly actor: 'operator' | 'platform' | 'developer';
      readonly message: string;
      readonly code?: ErrorCode;
    };

/** A pushed request as it reached us; header names in lower case. */
export interface PushRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/**
 * One source platform. Failures are thrown as TransientError (429, 5xx, network, a body cut short; the cursor has not
 * moved, so nothing is lost), OperatorError (401, 403, 404) or RejectedError (other 4xx).
 */
export abstract class PlatformAdapter {
  abstract describe(): AdapterDescription;

  abstract check(signal: AbortSignal): Promise<CheckResult>;

  /** Raw bytes of one record → what it says. */
  abstract map(bytes: Uint8Array): MappedRecord;

  /** Pages from a cursor (`undefined`: from the beginning) to the end of what the platform has now. */
  pull?(cursor: Cursor | undefined, signal: AbortSignal): AsyncIterable<PulledPage>;

  /** Verifies and reads a pushed request; throws RejectedError with `PUSH_SIGNATURE_INVALID` or `PUSH_BODY_INVALID`. */
  receive?(request: PushRequest, now: Date): { records: readonly RawRecord[]; unreadable: readonly UnreadableRecord[] };

  /** Writes an answer. A thrown TransientError leaves the outcome unknown: `readBack` decides. */
  pushUpdate?(update: PlatformUpdate, signal: AbortSignal): Promise<void>;

  /** Whether the platform shows the update with that reference. */
  readBack?(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack>;

  /**
   * Lists at the platform itself, and not from what was pulled, every record that changed within the span, once or more
   * often. A bare number could not say which record is missing, and what is listed here can be kept at once.
   */
  count?(span: CountedSpan, signal: AbortSignal): AsyncIterable<CountedPage>;

  /** A raw record's fields for the watch over its shape; without this method bytes are read as JSON. */
  fields?(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined;
}
