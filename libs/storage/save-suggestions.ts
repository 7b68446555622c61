import type { CaseChangeSet, NewSuggestion } from '#domain/ports/case-change-set.js';
import type { Shape, Statement } from './insert-rows.js';
import { recordset, toJson } from './insert-rows.js';

const suggestionShape = (at: Date): Shape<NewSuggestion> => ({
  columns: { report_id: 'uuid', case_id: 'uuid', nearest: 'uuid', score: 'real', shares: 'jsonb', created_at: 'timestamptz' },
  toRow: ({ reportId, caseId, nearest, score, shares }) => ({
    report_id: reportId,
    case_id: caseId,
    nearest,
    score,
    shares,
    created_at: at,
  }),
});

/** Pairs of reports, one of each case, that a person has said are not the same. */
const saidApart = (mine: string, theirs: string): string => `exists (
  select 1 from reports q join reports x on x.case_id = q.case_id join match_labels l on l.${mine} = x.id and not l.is_same and l.undone_at is null
  join reports y on y.id = l.${theirs} where q.id = r.report_id and y.case_id = r.case_id)`;

/** Keeps questions to operators, but none about two cases of which one has said that they are not the same. */
export function* insertSuggestions({ at, suggestions }: CaseChangeSet): Generator<Statement> {
  if (suggestions.length === 0) return;
  const shape = suggestionShape(at);
  const names = Object.keys(shape.columns).join(', ');
  const where = `not ${saidApart('a', 'b')} and not ${saidApart('b', 'a')}`;
  const sql = `insert into match_suggestions (${names}) select ${names} from ${recordset(shape)} where ${where}`;
  yield { sql, parameters: [toJson(shape, suggestions)] };
}
