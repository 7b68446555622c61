import type { DataSource } from 'typeorm';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';

/** Open cases that somebody sees, and those of them with a clock that has run out. */
export interface OpenLoad {
  readonly open: number;
  readonly overdue: number;
}

const COLUMN = { grid: 'c.grid_code', department: 'c.lead' } as const;

/** How much lies open in each grid, or with each department. */
export class OpenLoads {
  constructor(private readonly source: DataSource) {}

  /** By grid code or department id; who has nothing open is not named. */
  async by(what: keyof typeof COLUMN, scope: CaseScope, now: Date): Promise<ReadonlyMap<string, OpenLoad>> {
    const column = COLUMN[what];
    const { sql, values } = scopeCondition(scope);
    const where = new Conditions([now]).add(sql, ...values);
    const rows = await ask<OpenLoad & { readonly id: string }>(
      this.source,
      `select ${column} as id, count(*)::int as open,
         count(*) filter (where exists (select 1 from case_clocks k where k.case_id = c.id and k.met_at is null and k.due_at <= $1))::int as overdue
       from cases c where c.closed_at is null and ${column} is not null and ${where} group by ${column}`,
      where.parameters,
    );
    return new Map(rows.map(({ id, open, overdue }) => [id, { open, overdue }]));
  }
}
