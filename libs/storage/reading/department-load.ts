import type { DataSource } from 'typeorm';
import type { DepartmentId } from '#domain/ids.js';
import { askWide } from './ask.js';
import { CaseIndex } from './case-index.js';

/** What lies with one department now. */
export interface DepartmentLoad {
  readonly department: DepartmentId;
  readonly open: number;
  readonly unsigned: number;
  readonly handling: number;
  readonly overdue: number;
}

/** How many open cases each department has, the most loaded first. */
export class DepartmentLoads {
  private readonly index: CaseIndex;

  constructor(private readonly source: DataSource) {
    this.index = new CaseIndex(source);
  }

  async all(now: Date): Promise<DepartmentLoad[]> {
    await this.index.beforeReading();
    return askWide<DepartmentLoad>(
      this.source,
      `select c.lead as department, count(*)::int as open, count(*) filter (where c.status = 'dispatched')::int as unsigned,
         count(*) filter (where c.status = 'handling')::int as handling,
         count(*) filter (where c.due_at <= $1)::int as overdue
       from case_search c where c.closed_at is null and c.lead is not null group by c.lead order by open desc, c.lead`,
      [now],
    );
  }
}
