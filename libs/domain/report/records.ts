import type { ExternalId, PlatformId, RecordId, ReportId } from '../ids.js';
import type { Fault } from '../ports/platform-adapter.js';

/** A record that was pulled or pushed and waits for its outcome. */
export interface StagedRecord {
  readonly id: RecordId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly receivedAt: Date;
  readonly bytes: Uint8Array;
  /** The bytes are a seal, which the reader opens. */
  readonly isSealed: boolean;
}

/** What became of a record; the words of the ledger's equation. */
export const OUTCOMES = ['opened', 'attached', 'updated', 'unchanged', 'withdrawn', 'quarantined'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A record with its outcome; `faults` say why it is in quarantine. */
export interface SettledRecord {
  readonly id: RecordId;
  readonly outcome: Outcome;
  readonly reportId?: ReportId;
  readonly faults?: readonly Fault[];
}
