import type { CaseId } from '#domain/ids.js';
import type { MatchCandidate, MatchSubject } from '#domain/matching/match-subject.js';
import type { FoundSubject } from '#domain/ports/case-store.js';
import type { Arrival } from '../batch.js';

interface Entry {
  readonly subject: MatchSubject;
  readonly caseId: CaseId;
  readonly closedAt?: Date;
}

/** Reports of one case that are compared at most: a crowd's mean is known from some of it. */
const MEMBERS = 24;

/** Reports of the batch itself compared with one report at most, those that share most keys first. */
const MAX_OF_BATCH = 24;

/** The reports a batch may match: stored ones found for each arrival, and those of the batch itself as they get their cases. */
export class CandidatePool {
  private readonly stored = new Map<number, Entry[]>();
  private readonly ofBatch = new Map<bigint, Entry[]>();
  private readonly storedCases = new Set<CaseId>();
  private readonly members = new Map<CaseId, Entry[]>();

  constructor(found: readonly FoundSubject[]) {
    for (const { subject, caseId, closedAt, wantedBy } of found) {
      this.storedCases.add(caseId);
      const entry = { subject, caseId, closedAt };
      push(this.members, caseId, entry);
      for (const position of wantedBy) push(this.stored, position, entry);
    }
  }

  add(arrival: Arrival, caseId: CaseId): void {
    const entry = { subject: arrival.subject, caseId };
    push(this.members, caseId, entry);
    for (const key of arrival.blockKeys) push(this.ofBatch, key, entry);
  }

  isStored(caseId: CaseId): boolean {
    return this.storedCases.has(caseId);
  }

  /** The cases to compare an arrival with, each whole as far as it is known; `position` is its place in the batch. */
  candidatesFor(arrival: Arrival, position: number): MatchCandidate[] {
    const nearest = new Map<CaseId, Entry[]>();
    for (const entry of [...(this.stored.get(position) ?? []), ...this.nearestOfBatch(arrival)])
      push(nearest, entry.caseId, entry);
    return [...nearest].map(([caseId, found]) => {
      const members = [...new Set([...found, ...(this.members.get(caseId) ?? [])])].slice(0, MEMBERS);
      const closedAt = members.find((entry) => entry.closedAt !== undefined)?.closedAt;
      return { caseId, closedAt, members: members.map(({ subject }) => subject) };
    });
  }

  private nearestOfBatch(arrival: Arrival): Entry[] {
    const sharedKeys = new Map<MatchSubject, { entry: Entry; count: number }>();
    for (const key of arrival.searchKeys) {
      for (const entry of this.ofBatch.get(key) ?? []) {
        const seen = sharedKeys.get(entry.subject);
        if (seen) seen.count += 1;
        else sharedKeys.set(entry.subject, { entry, count: 1 });
      }
    }
    const nearest = [...sharedKeys.values()].sort((a, b) => b.count - a.count);
    return nearest.slice(0, MAX_OF_BATCH).map(({ entry }) => entry);
  }
}

function push<Key>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}
