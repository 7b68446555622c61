import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

/** How an endpoint's messages stand. */
export interface EndpointCount {
  /** Waiting to be delivered. */
  readonly owed: number;
  readonly parked: number;
  /** Attempts that failed since then. */
  readonly failures: number;
}

const NONE: EndpointCount = { owed: 0, parked: 0, failures: 0 };

/** How many messages departments are owed, how many are parked, and how many attempts failed. */
export class EndpointCounts {
  constructor(private readonly source: DataSource) {}

  async since(from: Date): Promise<(department: string) => EndpointCount> {
    const rows = await ask<EndpointCount & { department: string }>(
      this.source,
      `select target as department, sum(owed)::int as owed, sum(parked)::int as parked, sum(failures)::int as failures from (
         select target, 1 as owed, 0 as parked, 0 as failures from deliveries
           where channel = 'webhook' and state in ('owed', 'unknown')
         union all select target, 0, 1, 0 from deliveries where channel = 'webhook' and state = 'parked'
         union all select d.target, 0, 0, 1 from delivery_attempts a join deliveries d on d.id = a.delivery_id
           where a.at >= $1 and a.outcome <> 'confirmed' and d.channel = 'webhook') counted
       group by target`,
      [from],
    );
    const byDepartment = new Map(rows.map(({ department, ...count }) => [department, count]));
    return (department) => byDepartment.get(department) ?? NONE;
  }
}
