import type { CategoryCode, PlatformId } from '#domain/ids.js';
import { matchKeys } from '#domain/matching/block-keys.js';
import type { MatchSubject, TextProfile } from '#domain/matching/match-subject.js';
import { profileText } from '#domain/matching/text-profile.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { ReporterVault } from '#domain/ports/vault.js';
import type { GridIndex } from '#domain/reference/find-grid.js';
import { gridIndex } from '#domain/reference/find-grid.js';
import type { Reference } from '#domain/reference/reference.js';
import { normaliseReport } from '#domain/report/normalise-report.js';
import type { Report, ReportDraft } from '#domain/report/report.js';
import type { Reading, UnreadRecord } from './reading.js';

/** What a reader must know of the city: values that can be sent to a thread. */
export interface ReadingReference extends Pick<Reference, 'mappings' | 'grids'> {
  /** Codes a citizen may well choose instead for the same matter. */
  readonly siblings: ReadonlyMap<CategoryCode, readonly CategoryCode[]>;
}

/** Raw bytes → a report in the hub's own terms, or the reasons why it cannot be read. */
export class RecordReader {
  private readonly grids: GridIndex;

  constructor(
    private readonly mapperOf: (platform: PlatformId) => Pick<PlatformAdapter, 'map'> | undefined,
    private readonly vault: Pick<ReporterVault, 'seal'>,
    private readonly reference: ReadingReference,
  ) {
    this.grids = gridIndex(reference.grids.values());
  }

  read(record: UnreadRecord): Reading {
    const mapped = this.mapperOf(record.platform)?.map(record.bytes);
    if (!mapped) return { kind: 'rejected', faults: [{ field: 'platform', message: `${record.platform} is not configured` }] };
    if (mapped.kind === 'rejected') return mapped;
    if (mapped.kind === 'withdrawal') return { kind: 'withdrawal', at: mapped.at };
    return this.readDraft(record, mapped.draft);
  }

  private readDraft({ reportId, platform, receivedAt }: UnreadRecord, draft: ReportDraft): Reading {
    const sealed = draft.reporter ? this.vault.seal(draft.reporter) : {};
    const identity = { id: reportId, platform, sealed, receivedAt };
    const normalised = normaliseReport(draft, identity, this.reference, (...at) => this.grids.find(...at));
    if (normalised.kind === 'rejected') return normalised;
    const { report } = normalised;
    const words = draft.textIsGenerated ? ['', ''] : [report.title, report.body];
    const text = profileText(words[0], words[1], report.place.address);
    const keys = matchKeys(subjectOf(report, text), this.reference.siblings.get(report.category));
    return { kind: 'report', report, text, keys, isEcho: draft.echo === true };
  }
}

/** A report as the matcher sees it. */
export function subjectOf(report: Report, text: TextProfile): MatchSubject {
  const { id, platform, externalId, reportedAt, category, place, reporterHash, relayOf } = report;
  return { reportId: id, platform, externalId, reportedAt, category, place, reporterHash, relayOf, text };
}
