import type { ExternalId, PlatformId, ReportId } from '#domain/ids.js';
import type { MatchKeys } from '#domain/matching/block-keys.js';
import type { TextProfile } from '#domain/matching/match-subject.js';
import type { Fault } from '#domain/ports/platform-adapter.js';
import type { Report } from '#domain/report/report.js';

/** A staged record as far as a reader needs it, and the id its report is to have. */
export interface UnreadRecord {
  readonly reportId: ReportId;
  readonly platform: PlatformId;
  readonly receivedAt: Date;
  readonly bytes: Uint8Array;
  readonly externalId: ExternalId;
  /** The bytes are a seal. */
  readonly isSealed: boolean;
}

/** A report in the hub's own terms, with what the matcher needs of it. */
export interface ReadReport {
  readonly kind: 'report';
  readonly report: Report;
  readonly text: TextProfile;
  readonly keys: MatchKeys;
  /** Its newest change is our own answer coming back. */
  readonly isEcho: boolean;
}

/** What a record turned out to be; a value that can be sent from one thread to another. */
export type Reading =
  | ReadReport
  | { readonly kind: 'withdrawal'; readonly at: Date }
  | { readonly kind: 'rejected'; readonly faults: readonly Fault[] };

/** Reads records, wherever. A class, so that it can be injected by its name. */
export abstract class RecordReading {
  /** One reading a record, in the order of the records. Throws when a record makes the reader throw: it is poison. */
  abstract readAll(records: readonly UnreadRecord[]): Promise<readonly Reading[]>;

  /** Lets go of what was opened; reading goes on without it. */
  close?(): Promise<void>;
}
