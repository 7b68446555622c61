import type { DataSource } from 'typeorm';
import type { DepartmentId } from '#domain/ids.js';
import { ask } from './ask.js';

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
  constructor(private readonly source: DataSource) {}

  all(now: Date): Promise<DepartmentLoad[]> {
    return ask<DepartmentLoad>(
      this.source,
      `select c.lead as department, count(*)::int as open, count(*) filter (where c.status = 'dispatched')::int as unsigned,
         count(*) filter (where c.status = 'handling')::int as handling,
         count(*) filter (where exists (select 1 from case_clocks k where k.case_id = c.id and k.met_at is null and k.due_at <= $1))::int as overdue
       from cases c where c.closed_at is null and c.lead is not null group by c.lead order by open desc, c.lead`,
      [now],
    );
  }
}
