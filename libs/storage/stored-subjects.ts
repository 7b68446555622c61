import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import type { CaseId, ReportId } from '#domain/ids.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { StoredSubject } from '#domain/ports/case-store.js';
import type { SubjectRow } from './row-mappers.js';
import { toSubject } from './row-mappers.js';

/** Reports kept in memory, about 2 kB each. The newest of a common key are looked at with every batch. */
const KEPT = 10_000;

const STANDING = `
select r.id, r.case_id, c.closed_at from reports r join cases c on c.id = r.case_id
where r.id = any($1::uuid[]) and r.withdrawn_at is null`;

const SUBJECTS = `
select id, platform, external_id, reported_at, category, place, reporter_hash, relay_of, grams, places
from reports where id = any($1::uuid[])`;

/** Stored reports as the matcher sees them. What a report says never changes and is kept; where it stands is asked each time. */
export class StoredSubjects {
  private readonly kept = new LRUCache<ReportId, MatchSubject>({ max: KEPT });

  /** Reads reports by their ids; withdrawn ones are left out. */
  async read(manager: EntityManager, ids: readonly ReportId[]): Promise<StoredSubject[]> {
    if (ids.length === 0) return [];
    const standing = await manager.query<{ id: ReportId; case_id: CaseId; closed_at: Date | null }[]>(STANDING, [ids]);
    const unknown = standing.filter(({ id }) => !this.kept.has(id));
    const said = new Map<ReportId, MatchSubject>();
    if (unknown.length > 0) {
      const rows = await manager.query<SubjectRow[]>(SUBJECTS, [unknown.map(({ id }) => id)]);
      for (const row of rows) said.set(row.id, toSubject(row));
    }
    const found = standing.map(({ id, case_id, closed_at }) => ({
      subject: said.get(id) ?? this.kept.get(id)!,
      caseId: case_id,
      closedAt: closed_at ?? undefined,
    }));
    for (const [id, subject] of said) this.kept.set(id, subject);
    return found;
  }
}
