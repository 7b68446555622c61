import type { CaseChangeSet } from '#domain/ports/case-change-set.js';
import type { Shape, Statement } from './insert-rows.js';
import { insertRows, updateRows } from './insert-rows.js';

type PromiseRow = CaseChangeSet['promises'][number];
type ClockRow = CaseChangeSet['metClocks'][number];

const PROMISE: Shape<PromiseRow> = {
  columns: {
    case_id: 'uuid',
    clock: 'text',
    starts_at: 'timestamptz',
    warn_at: 'timestamptz',
    due_at: 'timestamptz',
    because: 'text',
  },
  toRow: ({ caseId, promise }) => ({
    case_id: caseId,
    clock: promise.clock,
    starts_at: promise.startsAt,
    warn_at: promise.warnAt,
    due_at: promise.dueAt,
    because: promise.because,
  }),
};

const metShape = (at: Date): Shape<ClockRow> => ({
  columns: { case_id: 'uuid', clock: 'text', met_at: 'timestamptz' },
  toRow: ({ caseId, clock }) => ({ case_id: caseId, clock, met_at: at }),
});

const nameOf = ({ caseId, clock }: ClockRow): string => `${caseId} ${clock}`;

/**
 * Starts the clocks of new promises and stops those that were kept. A promise kept in the very transaction that made it never
 * ran: the case's events say so, and there is no row to watch.
 */
export function* saveClocks({ at, promises, metClocks }: CaseChangeSet): Generator<Statement> {
  const met = new Map(metClocks.map((row) => [nameOf(row), row]));
  const running = promises.filter((row) => !met.delete(nameOf({ caseId: row.caseId, clock: row.promise.clock })));
  yield* insertRows('case_clocks', PROMISE, running);
  yield* updateRows('case_clocks', metShape(at), [...met.values()], {
    set: 'met_at = r.met_at',
    where: 't.case_id = r.case_id and t.clock = r.clock and t.met_at is null',
  });
}
