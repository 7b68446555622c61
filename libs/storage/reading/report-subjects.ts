import type { DataSource } from 'typeorm';
import type { ReportId } from '#domain/ids.js';
import type { Verdict } from '#domain/matching/learn-weights.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { SubjectRow } from '../row-mappers.js';
import { toSubject } from '../row-mappers.js';
import { ask } from './ask.js';

const PAGE_ROWS = 2_000;

const COLUMNS = `r.id, r.platform, r.external_id, r.reported_at, r.category, r.place, r.reporter_hash, r.relay_of, r.grams, r.places`;

/** A report as the matcher sees it, with the title a person knows it by. */
export interface NamedSubject {
  readonly subject: MatchSubject;
  readonly title: string;
  readonly caseNumber: string;
}

/** The reports of that id, or of that number on any platform (`platform/number` on one). */
export async function findByName(source: DataSource, name: string): Promise<NamedSubject[]> {
  const rows = await ask<SubjectRow & { title: string; number: string }>(
    source,
    `select ${COLUMNS}, r.title, c.number from reports r join cases c on c.id = r.case_id
     where r.id::text = $1 or r.external_id = $1 or r.platform || '/' || r.external_id = $1 order by r.id limit 10`,
    [name],
  );
  return rows.map((row) => ({ subject: toSubject(row), title: row.title, caseNumber: row.number }));
}

/** Every report in the order in which they came, page by page. */
export async function* allSubjects(source: DataSource): AsyncGenerator<MatchSubject> {
  for (let last = '00000000-0000-0000-0000-000000000000', more = true; more;) {
    const rows: SubjectRow[] = await ask<SubjectRow>(
      source,
      `select ${COLUMNS} from reports r where r.id > $1 and r.withdrawn_at is null order by r.id limit ${PAGE_ROWS}`,
      [last],
    );
    yield* rows.map((row) => toSubject(row));
    more = rows.length === PAGE_ROWS;
    if (more) last = rows[rows.length - 1].id;
  }
}

/** What operators have said of pairs so far by answering, detaching and merging, as labels; the last word about a pair counts. */
export async function answeredQuestions(source: DataSource, subjects: readonly MatchSubject[]): Promise<Verdict[]> {
  const byId = new Map(subjects.map((subject) => [subject.reportId, subject]));
  const rows = await ask<{ a: ReportId; b: ReportId; is_same: boolean }>(
    source,
    `select distinct on (least(a, b), greatest(a, b)) a, b, is_same from match_labels
     where undone_at is null order by least(a, b), greatest(a, b), id desc`,
  );
  return rows.flatMap((row) => {
    const [a, b] = [byId.get(row.a), byId.get(row.b)];
    return a && b ? [{ a, b, isSame: row.is_same, weight: 1 }] : [];
  });
}
