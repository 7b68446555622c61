import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

/** How an endpoint's messages stand. */
export interface EndpointCount {
  /** Waiting to be delivered. */
  readonly owed: number;
  readonly parked: number;
  /** Attempts that failed since then. */
  readonly failures: number;
  /** The same by what went wrong; only kinds that there were. */
  readonly failuresByKind: Readonly<Partial<Record<FailureKind, number>>>;
}

/**
 * What went wrong with an attempt. `refused`: the address guard would not go there; `throttled`: asked to send less; `network`:
 * no answer at all, TLS among it; `proxy`: ours opened no way.
 */
export type FailureKind =
  'timeout' | 'refused' | 'network' | 'proxy' | 'gone' | 'throttled' | 'redirect' | 'client' | 'server' | 'ours';

/** An attempt `a` that failed, by its status, or by how its reason begins (libs/webhooks/http-webhook-sender.ts). */
const KIND = `case
  when a.status = 410 then 'gone' when a.status in (429, 503) then 'throttled' when a.status between 300 and 399 then 'redirect'
  when a.status >= 500 then 'server' when a.status is not null then 'client'
  when a.reason like 'timed out%' then 'timeout' when a.reason like 'address refused%' then 'refused'
  when a.reason like 'egress proxy%' then 'proxy' when a.reason like 'DEFECT%' then 'ours' else 'network' end`;

const NONE: EndpointCount = { owed: 0, parked: 0, failures: 0, failuresByKind: {} };

/** How many messages departments are owed, how many are parked, and how many attempts failed. */
export class EndpointCounts {
  constructor(private readonly source: DataSource) {}

  async since(from: Date): Promise<(department: string) => EndpointCount> {
    const rows = await ask<EndpointCount & { department: string }>(
      this.source,
      `with waiting as (
         select target, count(*) filter (where state <> 'parked')::int as owed, count(*) filter (where state = 'parked')::int as parked
         from deliveries where channel = 'webhook' and state in ('owed', 'unknown', 'parked') group by target
       ), kinds as (
         select d.target, ${KIND} as kind, count(*)::int as failed from delivery_attempts a join deliveries d on d.id = a.delivery_id
         where a.at >= $1 and a.outcome <> 'confirmed' and d.channel = 'webhook' group by 1, 2
       ), failed as (
         select target, sum(failed)::int as failures, jsonb_object_agg(kind, failed) as by_kind from kinds group by target
       )
       select target as department, coalesce(owed, 0) as owed, coalesce(parked, 0) as parked, coalesce(failures, 0) as failures,
         coalesce(by_kind, '{}') as "failuresByKind"
       from waiting full join failed using (target)`,
      [from],
    );
    const byDepartment = new Map(rows.map(({ department, ...count }) => [department, count]));
    return (department) => byDepartment.get(department) ?? NONE;
  }
}
