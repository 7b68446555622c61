import type { DataSource } from 'typeorm';

/** A report of a told case; times are those of the city's clocks, `2026-11-16 08:00`. */
export interface ToldReport {
  readonly id: number;
  readonly platform: string;
  readonly at: string;
  readonly relation?: 'opened' | 'same-matter' | 'relay' | 'recurrence';
}

/** A case as a person would tell it; what is left out did not happen. */
export interface ToldCase {
  readonly id: number;
  readonly street?: string;
  readonly grid?: string;
  readonly routedTo?: string;
  readonly lead?: string;
  readonly recurrenceOf?: number;
  /** The report it was opened by; the first of its own by default. */
  readonly opener?: number;
  readonly reports?: readonly ToldReport[];
  /** Its answer's due time, and when that clock was stopped, started again or made to stand still. */
  readonly due?: string;
  readonly met?: string;
  readonly startedAgain?: string;
  readonly paused?: string;
  /** What happened after it was opened, in order. */
  readonly events?: readonly (readonly [type: string, at: string, data?: Record<string, unknown>])[];
}

export const toldUuid = (id: number): string => `0190a000-0000-7000-8000-${String(id).padStart(12, '0')}`;
const instant = (local: string | undefined): string | undefined => local && `${local}+08`;
const OPENED_AT = '2026-01-01 00:00+08';

const INSERT = {
  cases: `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, grid_code, lead, recurrence_of, routed_to, route, last_hash)
    select id, number, 1, 'handling', '${OPENED_AT}', 't', 'E0113', 'help', 'normal', '{}', street, grid, lead, recurrence, routed, '{}', 'x'
    from jsonb_to_recordset($1) as r(id uuid, number text, street text, grid text, lead text, recurrence uuid, routed text)`,
  reports: `with told as (select * from jsonb_to_recordset($1) as r(id uuid, platform text, case_id uuid, at timestamptz, relation text)),
    linked as (insert into report_links (report_id, case_id, relation, linked_at) select id, case_id, relation, at from told)
    insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
    select id, platform, id::text, case_id, at, at, 't', 'b', 'help', 'normal', 'E0113', '{}', '', '{}', '${OPENED_AT}' from told`,
  events: `insert into case_events (case_id, seq, type, at, actor, data, hash)
    select case_id, seq, type, at, 'hub', data, 'x' from jsonb_to_recordset($1) as r(case_id uuid, seq int, type text, at timestamptz, data jsonb)`,
  clocks: `insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, because, met_at, paused_at)
    select case_id, 'resolve', coalesce(started, '${OPENED_AT}'), due, due, '', met, paused
    from jsonb_to_recordset($1) as r(case_id uuid, due timestamptz, met timestamptz, started timestamptz, paused timestamptz)`,
} as const;

/** Writes cases down as rows, so that a test can tell a past that nobody can live through. */
export async function tellCases(source: DataSource, told: readonly ToldCase[]): Promise<void> {
  const cases = told.map(({ id, street, grid, lead, recurrenceOf, routedTo }) => ({
    id: toldUuid(id),
    number: `HL${id}`,
    street,
    grid,
    lead,
    recurrence: recurrenceOf && toldUuid(recurrenceOf),
    routed: routedTo,
  }));
  const reports = told.flatMap(({ id: caseId, reports: own = [] }) =>
    own.map(({ id, platform, at, relation = 'opened' }) => ({
      id: toldUuid(id),
      platform,
      case_id: toldUuid(caseId),
      at: instant(at),
      relation,
    })),
  );
  const clocks = told
    .filter(({ due }) => due !== undefined)
    .map(({ id, due, met, startedAgain, paused }) => ({
      case_id: toldUuid(id),
      due: instant(due),
      met: instant(met),
      started: instant(startedAgain),
      paused: instant(paused),
    }));
  const rows = { cases, reports, events: told.flatMap(eventsOf), clocks };
  for (const table of ['cases', 'reports', 'events', 'clocks'] as const)
    await source.query(INSERT[table], [JSON.stringify(rows[table])]);
}

function eventsOf({ id, opener, reports = [], events = [] }: ToldCase) {
  const reportId = toldUuid(opener ?? reports[0]?.id ?? 0);
  const all = [['case.opened', OPENED_AT.slice(0, -3), { reportId }] as const, ...events];
  return all.map(([type, at, data = {}], index) => ({ case_id: toldUuid(id), seq: index + 1, type, at: instant(at), data }));
}
