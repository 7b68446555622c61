import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { DataSource } from 'typeorm';
import type { DepartmentId } from '#domain/ids.js';
import { RoutingBook, type ConfirmedCase, type LearnedRouting } from '#domain/ports/routing-book.js';
import type { SavedRouter } from '#domain/routing/learned/saved-router.js';
import type { RouteSubjectRow } from './row-mappers.js';
import { toRouteSubject } from './row-mappers.js';

const pack = promisify(deflate);
const unpack = promisify<Buffer, Buffer>(inflate);

/** An event may be committed a little after its time; what is younger than this may still get an elder. */
const SETTLED = `interval '30 seconds'`;

interface ConfirmedRow extends RouteSubjectRow {
  readonly department: DepartmentId;
  readonly mark: string;
}

/**
 * A department is confirmed for a case when an operator dispatched it there or it handed in there; both of one case teach once.
 * A department that returned the case afterwards was not right.
 */
const CONFIRMED = `
select coalesce(e.data ->> 'department', e.data ->> 'lead') as department, c.category, c.nature, c.place, c.title,
  r.body, r.platform, r.source_category, r.reported_at,
  to_char(e.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || e.case_id || ' ' || e.seq as mark
from case_events e
join cases c on c.id = e.case_id
join lateral (select * from reports where case_id = c.id order by id limit 1) r on true
where (e.type = 'case.handled' or (e.type = 'case.dispatched' and e.data ->> 'rule' = 'operator'))
  and (e.at, e.case_id, e.seq) > ($1::timestamptz, $2::uuid, $3::int)
  and e.at < now() - ${SETTLED}
  and not exists (
    select 1 from case_events said
    where said.case_id = e.case_id and said.seq < e.seq
      and (said.type = 'case.handled' or (said.type = 'case.dispatched' and said.data ->> 'rule' = 'operator'))
      and coalesce(said.data ->> 'department', said.data ->> 'lead') = coalesce(e.data ->> 'department', e.data ->> 'lead'))
  and not exists (
    select 1 from case_events back
    where back.case_id = e.case_id and back.seq > e.seq and back.type = 'case.returned'
      and back.data ->> 'department' = coalesce(e.data ->> 'department', e.data ->> 'lead'))
order by e.at, e.case_id, e.seq limit $4`;

const BEFORE_ALL = '-infinity 00000000-0000-0000-0000-000000000000 0';

/** The router as one row of PostgreSQL, and the cases it learns from. */
export class SqlRoutingBook extends RoutingBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  async newerThan(version: number): Promise<LearnedRouting | undefined> {
    const rows = await this.source.query<{ version: string; router: Buffer; mark: string }[]>(
      'select version, router, mark from learned_routing where version > $1',
      [version],
    );
    if (rows.length === 0) return undefined;
    const [{ router, mark }] = rows;
    return { version: Number(rows[0].version), router: JSON.parse((await unpack(router)).toString()) as SavedRouter, mark };
  }

  async confirmedAfter(mark: string | undefined, most: number): Promise<ConfirmedCase[]> {
    const rows = await this.source.query<ConfirmedRow[]>(CONFIRMED, [...(mark ?? BEFORE_ALL).split(' '), most]);
    return rows.map((row) => ({ department: row.department, mark: row.mark, subject: toRouteSubject(row) }));
  }

  async keep(version: number, router: SavedRouter, mark: string): Promise<boolean> {
    const bytes = await pack(JSON.stringify(router));
    const rows = await this.source.query<unknown[]>(
      `insert into learned_routing (version, router, mark) values ($1::bigint + 1, $2, $3)
       on conflict (one) do update set version = excluded.version, router = excluded.router, mark = excluded.mark, learned_at = now()
       where learned_routing.version = $1 returning version`,
      [version, bytes, mark],
    );
    return rows.length > 0;
  }
}
