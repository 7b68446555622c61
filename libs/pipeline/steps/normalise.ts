import { setImmediate as letOthersGoFirst } from 'node:timers/promises';
import type { CategoryCode, PlatformId, ReportId } from '#domain/ids.js';
import { matchKeys } from '#domain/matching/block-keys.js';
import { profileText } from '#domain/matching/text-profile.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Fault } from '#domain/ports/platform-adapter.js';
import type { Platforms } from '#domain/ports/platforms.js';
import type { ReporterVault } from '#domain/ports/vault.js';
import { normaliseReport } from '#domain/report/normalise-report.js';
import type { StagedRecord } from '#domain/report/records.js';
import type { Report, ReportDraft } from '#domain/report/report.js';
import type { Arrival, Batch, Withdrawal } from '../batch.js';
import type { CaseChanges } from '../case-changes.js';
import type { City } from '../city.js';

type Reading =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'withdrawal'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'rejected'; readonly faults: readonly Fault[] };

/** Records read in one go: about a millisecond, in which the batch that holds the locks cannot go on. */
const AT_A_STRETCH = 2;

/** Step 1. Raw bytes → reports in the hub's own terms; what cannot be read goes to quarantine with its reasons. */
export class Normaliser {
  constructor(
    private readonly platforms: Platforms,
    private readonly vault: ReporterVault,
    private readonly city: City,
    private readonly ids: IdSource,
  ) {}

  async normalise(records: readonly StagedRecord[], changes: CaseChanges): Promise<Batch> {
    const arrivals: Arrival[] = [];
    const withdrawals: Withdrawal[] = [];
    for (const [index, record] of firstOfEach(records).entries()) {
      if (index % AT_A_STRETCH === 0) await letOthersGoFirst();
      const reading = this.read(record);
      if (reading.kind === 'arrival') arrivals.push(reading.arrival);
      else if (reading.kind === 'withdrawal') withdrawals.push(reading.withdrawal);
      else changes.settled.push({ id: record.id, outcome: 'quarantined', faults: reading.faults });
    }
    return { arrivals, withdrawals };
  }

  private read(record: StagedRecord): Reading {
    const adapter = this.platforms.find(record.platform)?.adapter;
    if (!adapter) return { kind: 'rejected', faults: [{ field: 'platform', message: `${record.platform} is not configured` }] };
    const mapped = adapter.map(record.bytes);
    if (mapped.kind === 'rejected') return mapped;
    if (mapped.kind === 'withdrawal') return { kind: 'withdrawal', withdrawal: { record, at: mapped.at } };
    return this.draftToArrival(record, mapped.draft);
  }

  private draftToArrival(record: StagedRecord, draft: ReportDraft): Reading {
    const sealed = draft.reporter ? this.vault.seal(draft.reporter) : {};
    const identity = { id: this.ids.next<ReportId>(), platform: record.platform, sealed, receivedAt: record.receivedAt };
    const normalised = normaliseReport(draft, identity, this.city.reference, (...at) => this.city.findGrid(...at));
    if (normalised.kind === 'rejected') return normalised;
    const siblings = this.city.reference.matching.siblings.get(normalised.report.category);
    return { kind: 'arrival', arrival: toArrival(record, normalised.report, draft, siblings) };
  }
}

function toArrival(record: StagedRecord, report: Report, draft: ReportDraft, siblings?: readonly CategoryCode[]): Arrival {
  const { platform, externalId, reportedAt, category, place, reporterHash, relayOf } = report;
  const words = draft.textIsGenerated ? ['', ''] : [report.title, report.body];
  const text = profileText(words[0], words[1], place.address);
  const subject = { reportId: report.id, platform, externalId, reportedAt, category, place, reporterHash, relayOf, text };
  return { record, report, subject, ...matchKeys(subject, siblings), isEcho: draft.echo === true };
}

/** Versions of one record are worked one batch after the other; the later ones go on waiting. */
function firstOfEach(records: readonly StagedRecord[]): StagedRecord[] {
  const seen = new Set<string>();
  const name = (record: { platform: PlatformId; externalId: string }) => `${record.platform} ${record.externalId}`;
  return records.filter((record) => !seen.has(name(record)) && seen.add(name(record)));
}
