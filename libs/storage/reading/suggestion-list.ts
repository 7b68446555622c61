import type { DataSource } from 'typeorm';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import type { ExternalId, PlatformId, ReportId } from '#domain/ids.js';
import type { Place } from '#domain/report/report.js';
import { ask } from './ask.js';
import type { FiledSuggestion } from './case-file-parts.js';
import { IS_OPEN_SUGGESTION, SUGGESTION } from './case-file-parts.js';
import { Conditions } from './conditions.js';
import type { Page, PageRequest } from './page.js';
import { INSTANT, positionOf, RUNNING_NUMBER, toPage } from './page.js';

/** One of the two reports of a question, as a person compares them. */
export interface ComparedReport {
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly title: string;
  readonly body: string;
  readonly reportedAt: string;
  readonly place: Place;
  readonly caseStatus: string;
  /** Reports of its case, itself too. */
  readonly reports: number;
}

/** An open suggestion as a line of a list. */
export interface ListedSuggestion extends FiledSuggestion {
  readonly reportId: ReportId;
  readonly mine: ComparedReport;
  readonly theirs: ComparedReport;
}

const compared = (
  report: string,
  of: string,
): string => `jsonb_build_object('platform', ${report}.platform, 'externalId', ${report}.external_id,
  'title', ${report}.title, 'body', left(${report}.body, 2000), 'reportedAt', ${report}.reported_at, 'place', ${report}.place, 'caseStatus', ${of}.status,
  'reports', (select count(*)::int from reports x where x.case_id = ${of}.id))`;

const LISTED = SUGGESTION.replace(
  'select ',
  `select s.report_id as "reportId", ${compared('r', 'c')} as mine, ${compared('n', 'o')} as theirs, `,
);

/** Which pairs wait for an operator's word, oldest first. */
export class SuggestionList {
  constructor(private readonly source: DataSource) {}

  /** Of a scope: where both cases are in it, for whoever decides sees both. */
  async page({ cursor, limit }: PageRequest, scope: CaseScope): Promise<Page<ListedSuggestion>> {
    const { sql, values } = scopeCondition(scope);
    const where = new Conditions()
      .add(IS_OPEN_SUGGESTION)
      .add(sql, ...values)
      .add(sql.replaceAll('c.', 'o.'), ...values);
    if (cursor !== undefined) {
      where.add('(s.created_at, s.id) > (?::timestamptz, ?::bigint)', ...positionOf(cursor, [INSTANT, RUNNING_NUMBER]));
    }
    const rows = await ask<ListedSuggestion>(
      this.source,
      `${LISTED} where ${where} order by s.created_at, s.id limit ${where.bind(limit + 1)}`,
      where.parameters,
    );
    return toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  async count(): Promise<number> {
    const [{ count }] = await ask<{ count: number }>(
      this.source,
      `select count(*)::int as count from match_suggestions s join reports r on r.id = s.report_id join reports n on n.id = s.nearest
       where ${IS_OPEN_SUGGESTION}`,
    );
    return count;
  }
}
