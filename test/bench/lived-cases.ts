import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import { NATURES, URGENCIES } from '#domain/report/report.js';
import type { Report } from '#domain/report/report.js';
import type { CaseId, ReportId } from '#domain/ids.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { DataSource } from '#storage/data-source.js';
import type { Shape } from '#storage/insert-rows.js';
import { insertRows } from '#storage/insert-rows.js';
import { CaseIndex } from '#storage/reading/case-index.js';
import { Random } from '#apps/city/world/random.js';
import type { LargeCity } from './large-city.js';

const AT_ONCE = 2_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
export const DEPARTMENTS = [
  'urban-management', 'water-affairs', 'transport', 'housing', 'ecology', 'market', 'police', 'education', 'health', 'landscape',
]; // prettier-ignore
const STATUSES = ['held', 'dispatched', 'handling', 'checking', 'handled', 'answered', 'closed', 'closed', 'closed', 'refused', 'withdrawn'] as const; // prettier-ignore
const OVER: readonly string[] = ['closed', 'refused', 'withdrawn'];
const RULES = ['duty-list', 'duty-list', 'duty-list', 'learned', 'territory', 'component-owner'] as const;

interface LivedCase {
  readonly id: CaseId;
  readonly number: string;
  readonly report: Report;
  readonly life: ReturnType<typeof lifeOf>;
}

/** What became of a matter, drawn so that every filter of the desk finds some. */
function lifeOf(report: Report, matter: number) {
  const random = Random.of(23, 'life', matter);
  const openedAt = report.reportedAt;
  const happens = (share: number): boolean => random.between(0, 1) < share;
  const status = random.pick(STATUSES);
  const over = OVER.includes(status);
  const answered = status === 'answered' || status === 'closed';
  const whistle = {
    id: 1,
    kind: 'daily',
    street: report.place.street,
    because: '占道',
    calls: [{ department: random.pick(DEPARTMENTS) }],
  };
  return {
    status,
    lead: status === 'held' || status === 'refused' ? null : random.pick(DEPARTMENTS),
    nature: happens(0.5) ? 'complaint' : random.pick(NATURES),
    urgency: happens(0.8) ? 'normal' : random.pick(URGENCIES),
    co_handlers: happens(0.1) ? [random.pick(DEPARTMENTS)] : [],
    returned_by: happens(0.04) ? [random.pick(DEPARTMENTS)] : [],
    round: happens(0.05) ? 2 : 1,
    ...endOf(openedAt, answered, over),
    supervision: happens(0.03) ? random.pick(['urged', 'supervised', 'led']) : null,
    proceedings: happens(0.05)
      ? { ...NO_PROCEEDINGS, ...(happens(0.3) && { mode: 'backstop' }), ...(happens(0.4) && { whistles: [whistle] }) }
      : null,
    route: { kind: 'routed', rule: random.pick(RULES), because: '按职责清单', candidates: [] },
    dueInHours: random.between(-200, 400),
  };
}

const endOf = (openedAt: Date, answered: boolean, over: boolean) => {
  const after = (days: number): Date => new Date(openedAt.getTime() + days * DAY);
  return {
    answered_at: answered ? after(2) : null,
    answer: answered ? { text: '已处理', department: 'transport', at: after(1) } : null,
    closed_at: over ? after(3) : null,
  };
};

const CASE: Shape<LivedCase> = {
  columns: {
    id: 'uuid', number: 'text', version: 'int', opened_at: 'timestamptz', title: 'text', category: 'text', place: 'jsonb', street: 'text',
    grid_code: 'text', last_hash: 'bytea', status: 'text', lead: 'text', nature: 'text', urgency: 'text', co_handlers: 'text[]',
    returned_by: 'text[]', round: 'int', answered_at: 'timestamptz', answer: 'jsonb', closed_at: 'timestamptz', supervision: 'text',
    proceedings: 'jsonb', route: 'jsonb',
  }, // prettier-ignore
  toRow: ({ id, number, report: { reportedAt, title, category, place }, life }) => ({
    ...life,
    ...{ id, number, version: 3, opened_at: reportedAt, title, category, place },
    ...{ street: place.street, grid_code: place.gridCode, last_hash: '\\x00' },
  }),
};

const REPORT: Shape<LivedCase> = {
  columns: {
    id: 'uuid', platform: 'text', external_id: 'text', case_id: 'uuid', reported_at: 'timestamptz', source_updated_at: 'timestamptz',
    title: 'text', body: 'text', nature: 'text', urgency: 'text', category: 'text', place: 'jsonb', reporter_hash: 'text',
    evaluation: 'jsonb', grams: 'bytea', places: 'text[]', created_at: 'timestamptz',
  }, // prettier-ignore
  toRow: ({ id, report, life }) => ({
    ...{ id: report.id, platform: report.platform, external_id: report.externalId, case_id: id, place: report.place },
    ...{ reported_at: report.reportedAt, source_updated_at: report.reportedAt, created_at: report.reportedAt },
    ...{ title: report.title, body: report.body, category: report.category, nature: life.nature, urgency: life.urgency },
    ...{ reporter_hash: report.reporterHash, grams: '\\x', places: [] },
    evaluation: life.answered_at && { solved: life.round === 1, satisfied: life.dueInHours > -150, at: life.answered_at },
  }),
};

const CLOCK: Shape<LivedCase> = {
  columns: {
    case_id: 'uuid',
    clock: 'text',
    starts_at: 'timestamptz',
    warn_at: 'timestamptz',
    due_at: 'timestamptz',
    because: 'text',
  },
  toRow: ({ id, report, life }) => ({
    ...{
      case_id: id,
      clock: life.status === 'held' ? 'dispatch' : 'resolve',
      starts_at: report.reportedAt,
      because: '7 个自然日',
    },
    warn_at: new Date(Date.now() + (life.dueInHours - 24) * HOUR),
    due_at: new Date(Date.now() + life.dueInHours * HOUR),
  }),
};

const EVENT: Shape<LivedCase> = {
  columns: { case_id: 'uuid', seq: 'int', type: 'text', at: 'timestamptz', actor: 'text', data: 'jsonb', hash: 'bytea' },
  toRow: ({ id, report, life }) => ({
    ...{ case_id: id, seq: 1, type: life.round === 2 ? 'case.extended' : 'case.opened', at: report.reportedAt, actor: 'hub' },
    ...{ data: {}, hash: '\\x00' },
  }),
};

/** One case in ten has a second report, one in two hundred five more; some are hot, some are asked about. */
const MORE = [
  `insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, reporter_hash, grams, places, created_at)
   select gen_random_uuid(), (array['portal', 'urban', 'grid'])[1 + n % 3], external_id || '-' || n, case_id, reported_at + interval '1 hour', reported_at, title, '同一件事: ' || title,
     nature, urgency, category, place, reporter_hash || n, '', '{}', created_at + interval '1 hour'
   from reports, generate_series(1, 6) n where n <= case when hashtext(external_id) % 200 = 0 then 6 when hashtext(external_id) % 10 = 0 then 1 else 0 end`,
  `insert into hot_issues (case_id, raised_at, recent, expected, surprise) select id, now(), 9, 1, 9 from cases where hashtext(number) % 3000 = 0`,
  `insert into match_suggestions (report_id, case_id, nearest, score, shares, created_at)
   select r.id, r.case_id, r.id, 0.6, '[]', r.created_at from reports r where hashtext(r.external_id) % 400 = 1`,
];

/** Cases with their reports, clocks and what happened to them, as years of work leave them; the desk's index is made as well. */
export async function liveThrough(source: DataSource, city: LargeCity, ids: IdSource, count: number): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (let start = 0; start < count; start += AT_ONCE) {
    const cases = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, at): LivedCase => {
      const matter = start + at;
      const report = city.report(matter, 0, ids.next<ReportId>());
      return { id: ids.next<CaseId>(), number: `HL2026${String(matter).padStart(8, '0')}`, report, life: lifeOf(report, matter) };
    });
    await before;
    before = inBulk(source, [
      ...insertRows('cases', CASE, cases),
      ...insertRows('reports', REPORT, cases),
      ...insertRows('case_clocks', CLOCK, cases),
      ...insertRows('case_events', EVENT, cases),
    ]);
    before.catch(() => undefined); // thrown where it is awaited
  }
  await before;
  await inBulk(source, MORE.map(plain));
  await source.query('vacuum analyze');
  await source.query(`insert into case_changes (case_id, what) select id, 'case' from cases order by opened_at`);
  const index = new CaseIndex(source);
  while ((await index.catchUp(AT_ONCE)) === AT_ONCE);
}

const anew = (column: string): string => `md5(${column}::text || n)::uuid`;
const earlier = (column: string): string => `${column} - n * interval '60 days'`;

/** What differs from one season to the next; all other columns stay. */
const COPIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: { id: anew('id'), number: 'number || n', opened_at: earlier('opened_at') },
  reports: {
    ...{ id: anew('id'), case_id: anew('case_id'), external_id: `external_id || '/' || n` },
    reported_at: earlier('reported_at'),
  },
  case_clocks: { case_id: anew('case_id') },
  case_events: { case_id: anew('case_id') },
  report_texts: { report_id: anew('report_id'), case_id: anew('case_id') },
  case_search: { case_id: anew('case_id'), number: 'number || n', opened_at: earlier('opened_at') },
};

/** As many cases again for each of `times` earlier seasons: the same matters under other numbers, sixty days before. */
export async function addSeasons(source: DataSource, times: number): Promise<void> {
  const indexes = await source.query<{ indexname: string; indexdef: string }[]>(
    `select indexname, indexdef from pg_indexes where tablename = any($1) and indexdef not like '%UNIQUE%'`,
    [Object.keys(COPIED)],
  );
  await source.query(indexes.map(({ indexname }) => `drop index ${indexname}`).join('; '));
  for (const [table, changes] of Object.entries(COPIED)) {
    const columns = await source.query<{ name: string }[]>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    const names = columns.map(({ name }) => name);
    const values = names.map((name) => changes[name] ?? name);
    // A season after the other, so that rows lie in the order of time, as they do where cases come in.
    await inBulk(source, [
      plain(
        `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from generate_series(1, ${times}) n, ${table} order by n`,
      ),
    ]);
  }
  await source.query(`set maintenance_work_mem = '1GB'`);
  for (const { indexdef } of indexes) await source.query(indexdef);
  await source.query('delete from case_changes');
  await source.query('vacuum analyze');
}

const plain = (sql: string) => ({ sql, parameters: [] });

/** The parents are there, and nobody follows: no trigger needs to look at each row. */
async function inBulk(source: DataSource, statements: readonly { sql: string; parameters: readonly unknown[] }[]): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    for (const { sql, parameters } of statements) await manager.query(sql, [...parameters]);
  });
}
