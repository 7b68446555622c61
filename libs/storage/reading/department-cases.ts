import type { DataSource } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { CaseNumber } from '#domain/ids.js';
import type { CaseRow } from '../row-mappers.js';
import { toCase } from '../row-mappers.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';
import type { Page, PageRequest } from './page.js';
import { INSTANT, positionOf, toPage, UUID } from './page.js';

/** Which cases a department has to do with, over the alias `c`; each `?` stands for the next value. */
interface Sight {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A case as its department works on it. */
export interface DepartmentCase {
  readonly case: Case;
  /** Why it was routed where it is. */
  readonly because: string | null;
  /** ISO instants by clock that runs. */
  readonly dueAt: Readonly<Record<string, string>>;
  readonly reports: readonly { readonly platform: string; readonly externalId: string; readonly text: string }[];
}

type DepartmentCaseRow = CaseRow & Pick<DepartmentCase, 'because' | 'dueAt' | 'reports'>;

/** As messages tell it: instants in UTC, reports that were taken back left out. */
const SELECT = `
select c.*, c.route->>'because' as because, coalesce(k.due, '{}') as "dueAt", coalesce(r.reports, '[]') as reports
from cases c
left join lateral (
  select jsonb_object_agg(clock, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as due
  from case_clocks where case_id = c.id and met_at is null and paused_at is null and c.closed_at is null) k on true
left join lateral (
  select jsonb_agg(jsonb_build_object('platform', platform, 'externalId', external_id, 'text', body) order by created_at, id) as reports
  from reports where case_id = c.id and withdrawn_at is null) r on true`;

/** What departments read of their cases. */
export class DepartmentCases {
  constructor(private readonly source: DataSource) {}

  /** Undefined when there is no such case in sight. */
  async open(number: CaseNumber, seen: Sight): Promise<DepartmentCase | undefined> {
    const where = inSight(seen).add('c.number = ?', number);
    const [row] = await ask<DepartmentCaseRow>(this.source, `${SELECT} where ${where}`, where.parameters);
    return row && toDepartmentCase(row);
  }

  /** Newest first. */
  async page(seen: Sight, state: 'open' | 'closed' | undefined, { cursor, limit }: PageRequest): Promise<Page<DepartmentCase>> {
    const where = inSight(seen);
    if (state !== undefined) where.add(state === 'open' ? 'c.closed_at is null' : 'c.closed_at is not null');
    if (cursor !== undefined)
      where.add('(c.opened_at, c.id) < (?::timestamptz, ?::uuid)', ...positionOf(cursor, [INSTANT, UUID]));
    const sql = `${SELECT} where ${where} order by c.opened_at desc, c.id desc limit ${where.bind(limit + 1)}`;
    const rows = (await ask<DepartmentCaseRow>(this.source, sql, where.parameters)).map(toDepartmentCase);
    return toPage(rows, limit, ({ case: { openedAt, id } }) => [openedAt.toISOString(), id]);
  }
}

const inSight = ({ sql, values }: Sight): Conditions => new Conditions().add(sql, ...values);

const toDepartmentCase = ({ because, dueAt, reports, ...row }: DepartmentCaseRow): DepartmentCase => ({
  case: toCase(row),
  because,
  dueAt,
  reports,
});
