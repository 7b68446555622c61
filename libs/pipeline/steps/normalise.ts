import type { PlatformId, ReportId } from '#domain/ids.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { StagedRecord } from '#domain/report/records.js';
import type { Arrival, Batch, Withdrawal } from '../batch.js';
import type { CaseChanges } from '../case-changes.js';
import type { ReadReport, RecordReading, UnreadRecord } from '../reading/reading.js';
import { subjectOf } from '../reading/record-reader.js';

/** Step 1. Raw bytes → reports in the hub's own terms; what cannot be read goes to quarantine with its reasons. */
export class Normaliser {
  constructor(
    private readonly reading: RecordReading,
    private readonly ids: IdSource,
  ) {}

  async normalise(staged: readonly StagedRecord[], changes: CaseChanges): Promise<Batch> {
    const records = firstOfEach(staged);
    const readings = await this.reading.readAll(records.map((record) => this.toUnread(record)));
    const arrivals: Arrival[] = [];
    const withdrawals: Withdrawal[] = [];
    for (const [index, reading] of readings.entries()) {
      const record = records[index];
      if (reading.kind === 'report') arrivals.push(toArrival(record, reading));
      else if (reading.kind === 'withdrawal') withdrawals.push({ record, at: reading.at });
      else changes.settled.push({ id: record.id, outcome: 'quarantined', faults: reading.faults });
    }
    return { arrivals, withdrawals };
  }

  /** Ids are made here, whoever reads: they sort in the order of arrival. */
  private toUnread({ platform, externalId, receivedAt, bytes, isSealed }: StagedRecord): UnreadRecord {
    return { reportId: this.ids.next<ReportId>(), platform, externalId, receivedAt, bytes, isSealed };
  }
}

const toArrival = (record: StagedRecord, { report, text, keys, isEcho }: ReadReport): Arrival => ({
  record,
  report,
  subject: subjectOf(report, text),
  ...keys,
  isEcho,
});

/** Versions of one record are worked one batch after the other; the later ones go on waiting. */
function firstOfEach(records: readonly StagedRecord[]): StagedRecord[] {
  const seen = new Set<string>();
  const name = (record: { platform: PlatformId; externalId: string }) => `${record.platform} ${record.externalId}`;
  return records.filter((record) => !seen.has(name(record)) && seen.add(name(record)));
}
