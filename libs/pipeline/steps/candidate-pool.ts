import type { CaseId } from '#domain/ids.js';
import type { MatchCandidate, MatchSubject } from '#domain/matching/match-subject.js';
import type { FoundSubject } from '#domain/ports/case-store.js';
import type { Arrival } from '../batch.js';

interface Entry {
  readonly subject: MatchSubject;
  readonly caseId: CaseId;
  readonly closedAt?: Date;
}

/** Reports compared with one report at most, those that share most keys first: the cost of a decision stays bounded. */
const MAX_SUBJECTS = 48;

/** The reports a batch may match: stored ones found by key, and those of the batch itself as they get their cases. */
export class CandidatePool {
  private readonly byKey = new Map<bigint, Entry[]>();
  private readonly storedCases = new Set<CaseId>();

  constructor(found: readonly FoundSubject[]) {
    for (const { subject, caseId, closedAt, keys } of found) {
      this.storedCases.add(caseId);
      this.index({ subject, caseId, closedAt }, keys);
    }
  }

  add(arrival: Arrival, caseId: CaseId): void {
    this.index({ subject: arrival.subject, caseId }, arrival.blockKeys);
  }

  isStored(caseId: CaseId): boolean {
    return this.storedCases.has(caseId);
  }

  candidatesFor(arrival: Arrival): MatchCandidate[] {
    const sharedKeys = new Map<Entry, number>();
    for (const key of arrival.searchKeys) {
      for (const entry of this.byKey.get(key) ?? []) sharedKeys.set(entry, (sharedKeys.get(entry) ?? 0) + 1);
    }
    const nearest = [...sharedKeys].sort(([, a], [, b]) => b - a).slice(0, MAX_SUBJECTS);
    const byCase = new Map<CaseId, { caseId: CaseId; closedAt?: Date; members: MatchSubject[] }>();
    for (const [{ subject, caseId, closedAt }] of nearest) {
      const candidate = byCase.get(caseId);
      if (candidate) candidate.members.push(subject);
      else byCase.set(caseId, { caseId, closedAt, members: [subject] });
    }
    return [...byCase.values()];
  }

  private index(entry: Entry, keys: readonly bigint[]): void {
    for (const key of keys) {
      const entries = this.byKey.get(key);
      if (entries) entries.push(entry);
      else this.byKey.set(key, [entry]);
    }
  }
}
