import type { DataSource } from 'typeorm';
import type { CaseStatus } from '#domain/case/case-status.js';
import { ask } from './ask.js';

/** How many cases stand where. */
export class CaseCounts {
  constructor(private readonly source: DataSource) {}

  async byStatus(): Promise<Map<CaseStatus, number>> {
    const rows = await ask<{ status: CaseStatus; count: number }>(
      this.source,
      'select status, count(*)::int as count from cases group by status',
    );
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  /** Open cases with a due time that has passed. */
  async overdue(now: Date): Promise<number> {
    const [{ count }] = await ask<{ count: number }>(
      this.source,
      `select count(distinct k.case_id)::int as count from case_clocks k join cases c on c.id = k.case_id
       where k.met_at is null and k.due_at <= $1 and c.closed_at is null`,
      [now],
    );
    return count;
  }
}
