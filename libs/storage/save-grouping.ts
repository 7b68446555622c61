import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { ReportMove } from '#domain/case/grouping.js';
import type { MatchLabel, NewGrouping } from '#domain/ports/grouping-rows.js';
import type { Shape, Statement } from './insert-rows.js';
import { insertRows, recordset, sendInTurn, toJson, updateRows } from './insert-rows.js';

/** Writes down one change of the grouping; its cases are saved before. */
export async function saveGrouping(manager: EntityManager, change: NewGrouping): Promise<void> {
  await sendInTurn(manager, statementsOf(change));
}

function* statementsOf(change: NewGrouping): Generator<Statement> {
  const { grouping, labels, cases, undoes } = change;
  yield* insertRows('groupings', GROUPING, [change]);
  yield* relink(change);
  yield* updateRows('reports', MOVE, grouping.effect.moves, { set: 'case_id = r.case_id', where: 't.id = r.report_id' });
  yield* updateRows('cases', FACE, cases, { set: FACE_SET, where: 't.id = r.id' });
  yield* insertRows('match_labels', labelShape(change), labels);
  yield* answer(change);
  if (undoes === undefined) return;
  yield { sql: 'update groupings set undone_by = $2 where id = $1', parameters: [undoes, grouping.id] };
  yield { sql: 'update match_labels set undone_at = $2 where grouping_id = $1', parameters: [undoes, grouping.at] };
}

const GROUPING: Shape<NewGrouping> = {
  columns: {
    id: 'uuid',
    request_id: 'text',
    kind: 'text',
    actor: 'text',
    because: 'text',
    at: 'timestamptz',
    effect: 'jsonb',
    asked: 'text',
    answer: 'jsonb',
  },
  toRow: ({ grouping, requestId, receipt }) => ({ ...grouping, request_id: requestId, ...receipt }),
};

const MOVE: Shape<ReportMove> = {
  columns: { report_id: 'uuid', case_id: 'uuid' },
  toRow: ({ reportId, to }) => ({ report_id: reportId, case_id: to }),
};

/**
 * The link a report had is closed and a new one made; a report that goes back gets the link it had then once more. Links of
 * a report never begin at the same instant, however fast an operator is.
 */
function* relink({ grouping, undoes }: NewGrouping): Generator<Statement> {
  const { id, actor, because, at, effect } = grouping;
  if (effect.moves.length === 0) return;
  // A batch that has looked for candidates looks again: what it saw stands elsewhere now (docs/adr/0015).
  yield { sql: 'insert into intake_turns (worker) values ($1)', parameters: [id] };
  const moves = toJson(MOVE, effect.moves);
  const first = effect.moves.map(({ reportId }) => reportId)[0];
  const isOpening = effect.opened.includes(effect.moves[0].to);
  yield {
    sql: `update report_links t set unlinked_at = $2, unlinked_in = $3 from ${recordset(MOVE)} where t.report_id = r.report_id and t.unlinked_at is null`,
    parameters: [moves, at, id],
  };
  yield {
    sql: `insert into report_links (report_id, case_id, relation, nearest, score, shares, linked_at, linked_by, because, linked_in)
      select r.report_id, r.case_id, coalesce(b.relation, case when $6::boolean and r.report_id = $7::uuid then 'opened' else 'same-matter' end), b.nearest, b.score, b.shares,
        greatest($2::timestamptz, (select max(linked_at) + interval '1 microsecond' from report_links where report_id = r.report_id)), $4::text, $5::text, $3::uuid
      from ${recordset(MOVE)} left join report_links b on b.report_id = r.report_id and b.unlinked_in = $8::uuid`,
    parameters: [moves, at, id, actor, because, isOpening, first, undoes ?? null],
  };
}

/** What moves of a case only by its grouping. */
const FACE_COLUMNS = {
  title: 'text',
  category: 'text',
  nature: 'text',
  urgency: 'text',
  place: 'jsonb',
  street: 'text',
  grid_code: 'text',
  recurrence_of: 'uuid',
  merged_into: 'uuid',
} as const;
const FACE_SET = Object.keys(FACE_COLUMNS)
  .map((name) => `${name} = r.${name}`)
  .join(', ');
const FACE: Shape<Case> = {
  columns: { id: 'uuid', ...FACE_COLUMNS },
  toRow: ({ id, title, category, nature, urgency, place, recurrenceOf, mergedInto }) => ({
    id,
    title,
    category,
    nature,
    urgency,
    place,
    street: place.street,
    grid_code: place.gridCode,
    recurrence_of: recurrenceOf,
    merged_into: mergedInto,
  }),
};

const labelShape = ({ grouping: { id, at } }: NewGrouping): Shape<MatchLabel> => ({
  columns: { a: 'uuid', b: 'uuid', is_same: 'boolean', grouping_id: 'uuid', at: 'timestamptz' },
  toRow: ({ a, b, isSame }) => ({ a, b, is_same: isSame, grouping_id: id, at }),
});

/** An answer that is taken back leaves its question open again. */
function* answer({ grouping, verdict, undoes }: NewGrouping): Generator<Statement> {
  const { id, actor, at, effect } = grouping;
  if (effect.suggestion === undefined) return;
  const given = undoes === undefined ? [verdict, actor, at, id] : [null, null, null, null];
  yield {
    sql: 'update match_suggestions set answer = $2, answered_by = $3, answered_at = $4, answered_in = $5 where id = $1',
    parameters: [effect.suggestion, ...given],
  };
}
