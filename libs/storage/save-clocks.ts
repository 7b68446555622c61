import type { CaseChangeSet, ChangedClock, MetClock } from '#domain/ports/case-change-set.js';
import type { Shape, Statement } from './insert-rows.js';
import { recordset, toJson, updateRows } from './insert-rows.js';

const CLOCK: Shape<ChangedClock> = {
  columns: {
    case_id: 'uuid',
    clock: 'text',
    starts_at: 'timestamptz',
    warn_at: 'timestamptz',
    due_at: 'timestamptz',
    unit: 'text',
    because: 'text',
    rung: 'int',
    paused_at: 'timestamptz',
    next_ring_at: 'timestamptz',
  },
  toRow: ({ caseId, clock, nextRingAt }) => ({
    case_id: caseId,
    clock: clock.name,
    starts_at: clock.startsAt,
    warn_at: clock.warnAt,
    due_at: clock.dueAt,
    unit: clock.unit,
    because: clock.because,
    rung: clock.rung,
    paused_at: clock.pausedAt,
    next_ring_at: nextRingAt,
  }),
};
const NAMES = Object.keys(CLOCK.columns);
const AGAIN = NAMES.slice(2)
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

const metShape = (at: Date): Shape<MetClock> => ({
  columns: { case_id: 'uuid', clock: 'text', met_at: 'timestamptz' },
  toRow: ({ caseId, clock }) => ({ case_id: caseId, clock, met_at: at }),
});

/** Starts clocks, a stopped one anew, changes those that run, and stops those that were kept. */
export function* saveClocks({ at, clocks, metClocks }: CaseChangeSet): Generator<Statement> {
  if (clocks.length > 0) {
    const names = NAMES.join(', ');
    yield {
      sql: `insert into case_clocks (${names}) select ${names} from ${recordset(CLOCK)}
            on conflict (case_id, clock) do update set ${AGAIN}, met_at = null`,
      parameters: [toJson(CLOCK, clocks)],
    };
  }
  yield* updateRows('case_clocks', metShape(at), metClocks, {
    set: 'met_at = r.met_at',
    where: 't.case_id = r.case_id and t.clock = r.clock and t.met_at is null',
  });
}
