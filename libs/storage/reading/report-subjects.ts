import type { DataSource } from 'typeorm';
import type { ReportId } from '#domain/ids.js';
import type { Verdict } from '#domain/matching/learn-weights.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { SubjectRow } from '../row-mappers.js';
import { toFoundSubject } from '../row-mappers.js';
import { ask } from './ask.js';

const PAGE_ROWS = 2_000;

const COLUMNS = `r.id, r.case_id, null as closed_at, r.platform, r.external_id, r.reported_at, r.category, r.place, r.reporter_hash, r.relay_of, r.grams, r.places`;

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
  return rows.map((row) => ({ subject: toFoundSubject(row, []).subject, title: row.title, caseNumber: row.number }));
}

/** Every report in the order in which they came, page by page. */
export async function* allSubjects(source: DataSource): AsyncGenerator<MatchSubject> {
  for (let last = '00000000-0000-0000-0000-000000000000', more = true; more;) {
    const rows: SubjectRow[] = await ask<SubjectRow>(
      source,
      `select ${COLUMNS} from reports r where r.id > $1 and r.withdrawn_at is null order by r.id limit ${PAGE_ROWS}`,
      [last],
    );
    yield* rows.map((row) => toFoundSubject(row, []).subject);
    more = rows.length === PAGE_ROWS;
    if (more) last = rows[rows.length - 1].id;
  }
}

/** What operators have answered so far, as labels. */
export async function answeredQuestions(source: DataSource, subjects: readonly MatchSubject[]): Promise<Verdict[]> {
  const byId = new Map(subjects.map((subject) => [subject.reportId, subject]));
  const rows = await ask<{ report_id: ReportId; nearest: ReportId; answer: 'same' | 'different' }>(
    source,
    'select report_id, nearest, answer from match_suggestions where answer is not null',
  );
  return rows.flatMap(({ report_id, nearest, answer }) => {
    const [a, b] = [byId.get(report_id), byId.get(nearest)];
    return a && b ? [{ a, b, isSame: answer === 'same', weight: 1 }] : [];
  });
}
