import type { CaseId, ReportId } from '#domain/ids.js';
import type { MatchCandidate } from '#domain/matching/match-subject.js';
import { heaviest, NEWEST_PER_KEY } from '#domain/matching/nearest-by-rarity.js';
import type { FoundSubject, StoredSubject } from '#domain/ports/case-store.js';
import type { Arrival } from '../batch.js';

/** Reports of one case that are compared at most: a crowd's mean is known from some of it. */
const MEMBERS = 24;

/** Reports that came after the look compared with one report at most, as with stored ones. */
const NEAREST = 12;

/** The reports a batch may match: stored ones found for each arrival, and those that got their cases since. */
export class CandidatePool {
  private readonly stored = new Map<ReportId, StoredSubject[]>();
  private readonly latest = new Map<ReportId, StoredSubject>();
  private readonly latestByKey = new Map<bigint, ReportId[]>();
  private readonly members = new Map<CaseId, StoredSubject[]>();
  private readonly known = new Set<ReportId>();

  /** `members` are the reports of all cases that matter, `found` says which of them were found for which arrival. */
  constructor(arrivals: readonly Arrival[], found: readonly FoundSubject[], members: readonly StoredSubject[]) {
    const byId = new Map(members.map((entry) => [entry.subject.reportId, entry]));
    for (const { subject, wantedBy } of found) {
      const entry = byId.get(subject.reportId);
      if (entry) for (const position of wantedBy) push(this.stored, arrivals[position].report.id, entry);
    }
    for (const entry of members) {
      this.known.add(entry.subject.reportId);
      push(this.members, entry.caseId, entry);
    }
  }

  /** A report that got its case after the look. */
  add({ subject, blockKeys }: Arrival, caseId: CaseId): void {
    if (this.known.has(subject.reportId)) return;
    this.known.add(subject.reportId);
    const entry = { subject, caseId };
    push(this.members, caseId, entry);
    this.latest.set(subject.reportId, entry);
    for (const key of blockKeys) this.show(key, subject.reportId);
  }

  /** The cases to compare an arrival with, each whole as far as it is known. */
  candidatesFor(arrival: Arrival): MatchCandidate[] {
    const nearest = new Map<CaseId, StoredSubject[]>();
    for (const entry of [...(this.stored.get(arrival.report.id) ?? []), ...this.nearestOfLatest(arrival)])
      push(nearest, entry.caseId, entry);
    return [...nearest].map(([caseId, found]) => {
      const subjects = new Set([...found, ...(this.members.get(caseId) ?? [])].map(({ subject }) => subject));
      return { caseId, closedAt: found[0].closedAt, members: [...subjects].slice(0, MEMBERS) };
    });
  }

  private show(key: bigint, id: ReportId): void {
    const shown = this.latestByKey.get(key);
    if (shown === undefined) this.latestByKey.set(key, [id]);
    else if (shown.push(id) > NEWEST_PER_KEY) shown.shift();
  }

  private nearestOfLatest(arrival: Arrival): StoredSubject[] {
    return heaviest(arrival.searchKeys, this.latestByKey, NEAREST).map((id) => this.latest.get(id)!);
  }
}

function push<Key>(map: Map<Key, StoredSubject[]>, key: Key, entry: StoredSubject): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}
