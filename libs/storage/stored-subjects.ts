import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import type { CaseId, ReportId } from '#domain/ids.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { StoredSubject } from '#domain/ports/case-store.js';
import type { PackedSubjects } from './packed-subjects.js';
import { PACKED_SUBJECTS, unpackSubjects } from './packed-subjects.js';

/** Reports kept in memory, about 2 kB each. The newest of a common key are looked at with every batch. */
const KEPT = 10_000;

/** Each report itself, and the first of its case in the order in which they came. */
const WITH_THEIR_CASES = `
with own as (select id, case_id from reports where id = any($1::uuid[]) and withdrawn_at is null)
select m.id, m.case_id, c.closed_at from (
  select id, case_id from own
  union
  select o.id, o.case_id from (select distinct case_id from own) w
  cross join lateral (select id, case_id from reports r where r.case_id = w.case_id and r.withdrawn_at is null order by r.id limit $2) o
) m join cases c on c.id = m.case_id`;

/** Stored reports as the matcher sees them. What a report says never changes and is kept; where it stands is asked each time. */
export class StoredSubjects {
  private readonly kept = new LRUCache<ReportId, MatchSubject>({ max: KEPT });

  /** Reads reports by their ids. */
  async read(manager: EntityManager, ids: readonly ReportId[]): Promise<MatchSubject[]> {
    const known = ids.map((id) => this.kept.get(id)).filter((subject) => subject !== undefined);
    if (known.length === ids.length) return known;
    const have = new Set(known.map(({ reportId }) => reportId));
    const [packed] = await manager.query<PackedSubjects[]>(PACKED_SUBJECTS, [ids.filter((id) => !have.has(id))]);
    const read = unpackSubjects(packed);
    for (const subject of read) this.kept.set(subject.reportId, subject);
    return [...known, ...read];
  }

  /** The reports that are not withdrawn, with the others of their cases, the first `limit` of each. */
  async readCases(manager: EntityManager, ids: readonly ReportId[], limit: number): Promise<StoredSubject[]> {
    if (ids.length === 0) return [];
    const standing = await manager.query<{ id: ReportId; case_id: CaseId; closed_at: Date | null }[]>(WITH_THEIR_CASES, [
      ids,
      limit,
    ]);
    const subjects = await this.read(
      manager,
      standing.map(({ id }) => id),
    );
    const said = new Map(subjects.map((subject) => [subject.reportId, subject]));
    return standing.flatMap(({ id, case_id, closed_at }) => {
      const subject = said.get(id);
      return subject ? [{ subject, caseId: case_id, closedAt: closed_at ?? undefined }] : [];
    });
  }
}
