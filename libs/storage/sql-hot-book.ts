import type { DataSource } from 'typeorm';
import type { CaseId } from '#domain/ids.js';
import type { RaisedIssue, WatchedCase } from '#domain/ports/hot-book.js';
import { HotBook } from '#domain/ports/hot-book.js';
import { json } from './insert-rows.js';
import { ask } from './reading/ask.js';

const JOINED = `
with joined as (
  select case_id from report_links where linked_at > $1 and relation <> 'opened' and unlinked_at is null
  group by case_id having count(*) >= $2)
select j.case_id, said.at from joined j join cases c on c.id = j.case_id
cross join lateral (select array_agg(r.reported_at) as at from reports r where r.case_id = c.id and r.withdrawn_at is null) said
where c.closed_at is null and said.at is not null`;

const RAISED = `
select h.case_id, coalesce(said.at, '{}') as at from hot_issues h
left join lateral (
  select array_agg(r.reported_at) as at from reports r join cases c on c.id = r.case_id
  where r.case_id = h.case_id and r.withdrawn_at is null and c.closed_at is null) said on true
where h.cooled_at is null`;

const RAISE = `
insert into hot_issues (case_id, raised_at, recent, expected, surprise)
select i.case_id, $2, i.recent, i.expected, i.surprise
from jsonb_to_recordset($1::jsonb) as i(case_id uuid, recent int, expected real, surprise real)
on conflict (case_id) where cooled_at is null do nothing returning id`;

interface Row {
  readonly case_id: CaseId;
  readonly at: Date[];
}

const toWatched = ({ case_id, at }: Row): WatchedCase => ({ caseId: case_id, reportedAt: at });

/** Hot issues in PostgreSQL, found by what joined lately and never by a look at all cases. */
export class SqlHotBook extends HotBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  async joinedSince(since: Date, fewest: number): Promise<WatchedCase[]> {
    return (await ask<Row>(this.source, JOINED, [since, fewest])).map(toWatched);
  }

  async raised(): Promise<WatchedCase[]> {
    return (await ask<Row>(this.source, RAISED)).map(toWatched);
  }

  async raise(issues: readonly RaisedIssue[], at: Date): Promise<number> {
    const rows = issues.map(({ caseId, growth: { recent, expected, surprise } }) => ({
      case_id: caseId,
      recent,
      expected,
      surprise,
    }));
    return (await ask(this.source, RAISE, [json(rows), at])).length;
  }

  async cool(cases: readonly CaseId[], at: Date): Promise<void> {
    await ask(this.source, 'update hot_issues set cooled_at = $2 where case_id = any($1::uuid[]) and cooled_at is null', [
      cases,
      at,
    ]);
  }
}
