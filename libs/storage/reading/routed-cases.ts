import type { DataSource } from 'typeorm';
import type { CaseNumber } from '#domain/ids.js';
import type { RoutedCase } from '#domain/routing/compare-routes.js';
import type { Route } from '#domain/routing/route.js';
import type { RouteSubjectRow } from '../row-mappers.js';
import { toRouteSubject } from '../row-mappers.js';
import { ask } from './ask.js';

const PAGE_ROWS = 2_000;

interface RoutedRow extends RouteSubjectRow {
  readonly id: string;
  readonly number: CaseNumber;
  readonly route: Route;
}

/** Beside its condition; what was solved on the spot went nowhere. */
const ROUTED = `
select c.id, c.number, c.category, c.nature, c.place, c.title, c.route, r.body, r.platform, r.source_category, r.reported_at
from cases c join lateral (select * from reports where case_id = c.id order by id limit 1) r on true
where not exists (select 1 from case_events e where e.case_id = c.id and e.type = 'case.settled_on_the_spot')`;

/** Every case with the way it went at first, page by page. */
export async function* routedCases(source: DataSource): AsyncGenerator<RoutedCase> {
  for (let last = '00000000-0000-0000-0000-000000000000', more = true; more;) {
    const rows: RoutedRow[] = await ask<RoutedRow>(source, `${ROUTED} and c.id > $1 order by c.id limit ${PAGE_ROWS}`, [last]);
    yield* rows.map(toRoutedCase);
    more = rows.length === PAGE_ROWS;
    if (more) last = rows[rows.length - 1].id;
  }
}

/** The newest cases with the way they went at first, at most so many. */
export async function newestRoutedCases(source: DataSource, most: number): Promise<RoutedCase[]> {
  const rows = await ask<RoutedRow>(source, `${ROUTED} order by c.id desc limit $1`, [most]);
  return rows.map(toRoutedCase);
}

const toRoutedCase = (row: RoutedRow): RoutedCase => ({ number: row.number, went: row.route, subject: toRouteSubject(row) });
