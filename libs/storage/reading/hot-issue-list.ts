import type { DataSource } from 'typeorm';
import type { CaseNumber, CategoryCode, PlatformId, ReportId } from '#domain/ids.js';
import type { Place } from '#domain/report/report.js';
import { ask } from './ask.js';
import type { Page, PageRequest } from './page.js';
import { positionOf, RUNNING_NUMBER, toPage } from './page.js';

/** A hot issue as a line of a list. */
export interface ListedHotIssue {
  readonly id: string;
  readonly number: CaseNumber;
  readonly title: string;
  readonly status: string;
  readonly category: CategoryCode;
  readonly place: Place;
  readonly raisedAt: string;
  /** Reports of 24 hours when it was raised, and what its past had let expect. */
  readonly recent: number;
  readonly expected: number;
  /** Days since its first report. */
  readonly days: number;
  readonly reports: number;
  /** The newest of them, at most ten. */
  readonly newest: readonly {
    readonly id: ReportId;
    readonly platform: PlatformId;
    readonly title: string;
    readonly reportedAt: string;
  }[];
}

const LISTED = `
select h.id, c.number, c.title, c.status, c.category, c.place, h.raised_at as "raisedAt", h.recent, round(h.expected::numeric, 1)::float as expected,
  said.count as reports, round(extract(epoch from now() - said.first) / 86400, 1)::float as days, newest.reports as newest
from hot_issues h join cases c on c.id = h.case_id
cross join lateral (select count(*)::int as count, min(reported_at) as first from reports r where r.case_id = c.id and r.withdrawn_at is null) said
cross join lateral (
  select coalesce(json_agg(n), '[]') as reports from (
    select r.id, r.platform, r.title, r.reported_at as "reportedAt" from reports r where r.case_id = c.id and r.withdrawn_at is null
    order by r.reported_at desc limit 10) n) newest
where h.cooled_at is null`;

/** 热点 that have not cooled, the newest first. */
export class HotIssueList {
  constructor(private readonly source: DataSource) {}

  async page({ cursor, limit }: PageRequest): Promise<Page<ListedHotIssue>> {
    const [id] = cursor === undefined ? [null] : positionOf(cursor, [RUNNING_NUMBER]);
    const rows = await ask<ListedHotIssue>(
      this.source,
      `${LISTED} and ($1::bigint is null or h.id < $1) order by h.id desc limit $2`,
      [id, limit + 1],
    );
    return toPage(rows, limit, (row) => [row.id]);
  }
}
