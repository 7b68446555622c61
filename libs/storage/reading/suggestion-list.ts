import type { DataSource } from 'typeorm';
import { ask } from './ask.js';
import type { FiledSuggestion } from './case-file-parts.js';
import { SUGGESTION } from './case-file-parts.js';
import type { Page, PageRequest } from './page.js';
import { INSTANT, positionOf, toPage, UUID } from './page.js';

/** An open suggestion as a line of a list. */
export interface ListedSuggestion extends FiledSuggestion {
  readonly reportId: string;
}

/** Which pairs wait for an operator's word, oldest first. */
export class SuggestionList {
  constructor(private readonly source: DataSource) {}

  async page({ cursor, limit }: PageRequest): Promise<Page<ListedSuggestion>> {
    const [at, id] = cursor === undefined ? [null, null] : positionOf(cursor, [INSTANT, UUID]);
    const rows = await ask<ListedSuggestion>(
      this.source,
      `${SUGGESTION.replace('select ', 'select s.report_id as "reportId", ')}
       where s.answer is null and ($1::timestamptz is null or (s.created_at, s.report_id) > ($1, $2::uuid))
       order by s.created_at, s.report_id limit $3`,
      [at, id, limit + 1],
    );
    return toPage(rows, limit, ({ createdAt, reportId }) => [createdAt.toISOString(), reportId]);
  }

  async count(): Promise<number> {
    const [{ count }] = await ask<{ count: number }>(
      this.source,
      'select count(*)::int as count from match_suggestions where answer is null',
    );
    return count;
  }
}
