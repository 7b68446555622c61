import type { DataSource } from 'typeorm';
import type { CaseStatus } from '#domain/case/case-status.js';
import { ask, askWide } from './ask.js';
import { CaseIndex } from './case-index.js';

/** How many cases stand where. */
export class CaseCounts {
  private readonly index: CaseIndex;

  constructor(private readonly source: DataSource) {
    this.index = new CaseIndex(source);
  }

  async byStatus(): Promise<Map<CaseStatus, number>> {
    await this.index.beforeReading();
    const rows = await askWide<{ status: CaseStatus; count: number }>(
      this.source,
      'select status, count(*)::int as count from case_search group by status',
      [],
    );
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  /** Open cases with a due time that has passed. */
  async overdue(now: Date): Promise<number> {
    const [{ count }] = await ask<{ count: number }>(
      this.source,
      'select count(*)::int as count from case_search where due_at <= $1',
      [now],
    );
    return count;
  }
}
