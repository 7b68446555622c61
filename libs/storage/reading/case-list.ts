import type { DataSource } from 'typeorm';
import type { CaseStatus } from '#domain/case/case-status.js';
import type { SupervisionLevel } from '#domain/deadline/stage-policy.js';
import type { CaseId, CaseNumber, CategoryCode, DepartmentId } from '#domain/ids.js';
import type { Place, Urgency } from '#domain/report/report.js';
import type { Route } from '#domain/routing/route.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';
import type { Page, PageRequest } from './page.js';
import { INSTANT, positionOf, toPage, UUID } from './page.js';

/** Which cases a list shows; absent fields let everything through. */
export interface CaseFilter {
  readonly status?: readonly CaseStatus[];
  readonly platform?: string;
  readonly department?: string;
  readonly category?: string;
  readonly street?: string;
  readonly clock?: 'yellow' | 'red';
  /** What an operator is waited for: one of these. */
  readonly needs?: readonly CaseNeed[];
  /** A case number, a platform's own id, or words of the title. */
  readonly q?: string;
}

/** A case as a line of a list. */
export interface ListedCase {
  readonly id: CaseId;
  readonly number: CaseNumber;
  readonly version: number;
  readonly status: CaseStatus;
  readonly title: string;
  readonly category: CategoryCode;
  readonly urgency: Urgency;
  readonly place: Place;
  readonly lead: DepartmentId | null;
  readonly openedAt: Date;
  /** 催办, 督办, 领导督办. */
  readonly supervision: SupervisionLevel | null;
  /** The next due time that is not met, and when it begins to warn. */
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly route: Route;
  readonly reports: readonly { readonly platform: string; readonly externalId: string }[];
}

const COLUMNS = `c.id, c.number, c.version, c.status, c.title, c.category, c.urgency, c.place, c.lead, c.opened_at as "openedAt", c.supervision,
  k.due_at as "dueAt", k.warn_at as "warnAt", c.route, coalesce(r.reports, '[]') as reports`;

/** Due times count while a case is open; reports in the order they joined. */
const SOURCES = `cases c
left join lateral (select min(due_at) as due_at, min(warn_at) as warn_at from case_clocks
  where case_id = c.id and met_at is null and paused_at is null and c.closed_at is null) k on true
left join lateral (select jsonb_agg(jsonb_build_object('platform', platform, 'externalId', external_id) order by created_at, id) as reports
  from reports where case_id = c.id) r on true`;

/** Which cases there are, newest first or most pressing first. */
export class CaseList {
  constructor(private readonly source: DataSource) {}

  /** One page, newest first. */
  async page(filter: CaseFilter, { cursor, limit }: PageRequest, now: Date): Promise<Page<ListedCase>> {
    const where = conditionsOf(filter, now);
    if (cursor !== undefined)
      where.add('(c.opened_at, c.id) < (?::timestamptz, ?::uuid)', ...positionOf(cursor, [INSTANT, UUID]));
    const rows = await this.read(where, 'c.opened_at desc, c.id desc', limit + 1);
    return toPage(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  /** The first few of a status by due time, those without one last. */
  mostPressing(status: CaseStatus, limit: number, now: Date): Promise<ListedCase[]> {
    return this.read(conditionsOf({ status: [status] }, now), 'k.due_at nulls last, c.opened_at, c.id', limit);
  }

  /** The open cases whose next due time is nearest, or longest past. */
  nextDue(limit: number): Promise<ListedCase[]> {
    const where = new Conditions().add(
      `c.id in (select k.case_id from case_clocks k join cases o on o.id = k.case_id where k.met_at is null and o.closed_at is null
        group by k.case_id order by min(k.due_at) limit ?)`,
      limit,
    );
    return this.read(where, 'k.due_at, c.id', limit);
  }

  private read(where: Conditions, order: string, limit: number): Promise<ListedCase[]> {
    const sql = `select ${COLUMNS} from ${SOURCES} where ${where} order by ${order} limit ${where.bind(limit)}`;
    return ask<ListedCase>(this.source, sql, where.parameters);
  }
}

/** What a case can wait for an operator to do, as a question about its row; `?` stands for a path into its proceedings. */
const NEEDS = {
  decision: { sql: `jsonb_exists(c.proceedings, 'request')` },
  check: { sql: `c.status = 'checking'` },
  meeting: {
    sql: 'c.closed_at is null and jsonb_path_exists(c.proceedings, ?::jsonpath)',
    path: '$.meetings[*] ? (!exists(@.decision))',
  },
  score: {
    sql: 'jsonb_path_exists(c.proceedings, ?::jsonpath)',
    path: '$.whistles[*].calls[*] ? (exists(@.checkedInAt) && !exists(@.score))',
  },
  'look-back': { sql: `c.proceedings @> '{"lookBack": {"isDue": true}}'` },
} as const;
export type CaseNeed = keyof typeof NEEDS;
/** 待审批, 待核查, 待议定, 待评分, 待回头看. */
export const CASE_NEEDS = Object.keys(NEEDS) as readonly CaseNeed[];

/** Begins a question about a case's open clocks; a case never outweighs its clocks, so that their index can answer. */
const OPEN_CLOCK = 'exists (select 1 from case_clocks x where x.case_id = c.id and x.met_at is null and x.due_at';

function conditionsOf(filter: CaseFilter, now: Date): Conditions {
  const where = new Conditions()
    .addIf(filter.status, 'c.status = any(?)')
    .addIf(filter.department, 'c.lead = ? or ? = any(c.co_handlers)')
    .addIf(filter.category, 'c.category = ?')
    .addIf(filter.street, 'c.street = ?')
    .addIf(filter.platform, 'exists (select 1 from reports f where f.case_id = c.id and f.platform = ?)');
  if (filter.needs !== undefined) {
    const needs: readonly { readonly sql: string; readonly path?: string }[] = filter.needs.map((need) => NEEDS[need]);
    const paths = needs.flatMap(({ path }) => path ?? []);
    where.add(needs.map(({ sql }) => `(${sql})`).join(' or '), ...paths);
  }
  if (filter.clock === 'red') where.add(`c.closed_at is null and ${OPEN_CLOCK} <= ?)`, now);
  if (filter.clock === 'yellow') {
    where.add(`c.closed_at is null and ${OPEN_CLOCK.replace('due_at', 'warn_at')} <= ?) and not ${OPEN_CLOCK} <= ?)`, now, now);
  }
  if (filter.q !== undefined) {
    where.add(
      `c.number = ? or c.title ilike ? or exists (select 1 from reports f where f.case_id = c.id and f.external_id = ?)`,
      filter.q,
      `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
      filter.q,
    );
  }
  return where;
}
