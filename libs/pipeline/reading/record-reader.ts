import type { CategoryCode, PlatformId } from '#domain/ids.js';
import { matchKeys } from '#domain/matching/block-keys.js';
import type { MatchSubject, TextProfile } from '#domain/matching/match-subject.js';
import { profileText } from '#domain/matching/text-profile.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { IdentityVault, RecordSeal } from '#domain/ports/vault.js';
import { hideReport } from '#domain/privacy/hide-report.js';
import type { GridIndex } from '#domain/reference/find-grid.js';
import { gridIndex } from '#domain/reference/find-grid.js';
import type { Reference } from '#domain/reference/reference.js';
import { normaliseReport } from '#domain/report/normalise-report.js';
import type { Report, ReportDraft, Reporter } from '#domain/report/report.js';
import type { Reading, UnreadRecord } from './reading.js';

/** What a reader must know of the city: values that can be sent to a thread. */
export interface ReadingReference extends Pick<Reference, 'mappings' | 'grids'> {
  /** Codes a citizen may well choose instead for the same matter. */
  readonly siblings: ReadonlyMap<CategoryCode, readonly CategoryCode[]>;
}

/** What a reader opens records with, and closes what nobody is to see. */
interface ReadingSeals {
  readonly vault: Pick<IdentityVault, 'seal' | 'hashOf'>;
  readonly records: Pick<RecordSeal, 'open'>;
}

/** Raw bytes → a report in the hub's own terms, or the reasons why it cannot be read. */
export class RecordReader {
  private readonly grids: GridIndex;

  constructor(
    private readonly mapperOf: (platform: PlatformId) => Pick<PlatformAdapter, 'map'> | undefined,
    private readonly seals: ReadingSeals,
    private readonly reference: ReadingReference,
  ) {
    this.grids = gridIndex(reference.grids.values());
  }

  read(record: UnreadRecord): Reading {
    const bytes = record.isSealed ? this.seals.records.open(record.bytes, record) : record.bytes;
    if (!bytes) return { kind: 'rejected', faults: [{ field: 'record', message: '原始记录已销毁或无法解封' }] };
    const mapped = this.mapperOf(record.platform)?.map(bytes);
    if (!mapped) return { kind: 'rejected', faults: [{ field: 'platform', message: `${record.platform} is not configured` }] };
    if (mapped.kind === 'rejected') return mapped;
    if (mapped.kind === 'withdrawal') return { kind: 'withdrawal', at: mapped.at };
    return this.readDraft(record, mapped.draft);
  }

  private readDraft({ reportId, platform, receivedAt }: UnreadRecord, draft: ReportDraft): Reading {
    const phone = draft.reporter?.phone;
    const identity = { id: reportId, platform, receivedAt, reporterHash: phone && this.seals.vault.hashOf(phone) };
    const normalised = normaliseReport(draft, identity, this.reference, (...at) => this.grids.find(...at));
    if (normalised.kind === 'rejected') return normalised;
    const { report } = normalised;
    // The matcher compares what was said; what is kept is masked.
    const words = draft.textIsGenerated ? ['', ''] : [report.title, report.body];
    const text = profileText(words[0], words[1], report.place.address);
    const keys = matchKeys(subjectOf(report, text), this.reference.siblings.get(report.category));
    return { kind: 'report', report: this.hide(report, draft.reporter), text, keys, isEcho: draft.echo === true };
  }

  /** A report as it may be kept: persons masked, and who they are sealed beside it. */
  private hide(clear: Report, reporter: Reporter | undefined): Report {
    const { vault } = this.seals;
    const { report, original, numbers } = hideReport(clear, reporter);
    if (!reporter && !original) return report;
    const hashes = new Set(numbers.map((number) => vault.hashOf(number)).filter((hash) => hash !== undefined));
    return {
      ...report,
      sealedReporter: vault.seal({ reporter, original }, report),
      ...(hashes.size > 0 && { identityHashes: [...hashes] }),
    };
  }
}

/** A report as the matcher sees it. */
export function subjectOf(report: Report, text: TextProfile): MatchSubject {
  const { id, platform, externalId, reportedAt, category, place, reporterHash, relayOf } = report;
  return { reportId: id, platform, externalId, reportedAt, category, place, reporterHash, relayOf, text };
}
