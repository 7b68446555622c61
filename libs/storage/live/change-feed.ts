import type { DataSource } from 'typeorm';
import type { CaseNumber, DepartmentId } from '#domain/ids.js';
import type { CaseStatus } from '#domain/case/case-status.js';
import { ask } from '../reading/ask.js';

/** A place in the order of changes: transactions by their number, changes of one by theirs. */
export interface ChangePlace {
  readonly xid: string;
  readonly id: string;
}

/** What happened to a case in one transaction. */
export interface CaseChange extends ChangePlace {
  readonly what: 'case' | 'suggestion' | 'delivery' | 'hot-issue' | 'attachment' | 'words';
  readonly number: CaseNumber;
  /** The version the case has since. */
  readonly version: number;
  readonly status: CaseStatus;
  /** Of the events it got, in order; none where something around the case changed. */
  readonly types: readonly string[];
  readonly at: Date;
  readonly lead: DepartmentId | null;
  readonly coHandlers: readonly DepartmentId[];
  readonly street: string | null;
  readonly gridCode: string | null;
  readonly proceedings: null | object;
}

/** A transaction that is still open could come before: what follows it waits until it has ended. */
const AFTER = `
select h.xid::text, h.id::text, h.what, c.number, case when h.what = 'case' then h.version else c.version end as version, c.status, h.at,
  c.lead, c.co_handlers as "coHandlers", c.street, c.grid_code as "gridCode", c.proceedings,
  array(select e.type from case_events e where e.case_id = h.case_id and e.seq > h.since and e.seq <= h.version order by e.seq) as types
from case_changes h join cases c on c.id = h.case_id
where (h.xid, h.id) > ($1::text::xid8, $2::bigint) and h.xid < pg_snapshot_xmin(pg_current_snapshot())
order by h.xid, h.id limit $3`;

/** Everything that has ended by now. */
const NOW = `select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid, '9223372036854775807' as id`;
const KEPT = `select coalesce((select xid from case_changes order by xid, id limit 1) <= $1::text::xid8, false) as kept`;

/** What changes, as every process can follow it: from the rows that the transactions leave. */
export class ChangeFeed {
  constructor(private readonly source: DataSource) {}

  async now(): Promise<ChangePlace> {
    const [place] = await ask<ChangePlace>(this.source, NOW);
    return place;
  }

  /** Oldest first, `most` of them. */
  after({ xid, id }: ChangePlace, most: number): Promise<CaseChange[]> {
    return ask<CaseChange>(this.source, AFTER, [xid, id, most]);
  }

  /** Whether all that came after is still there to be told. */
  async keeps({ xid }: ChangePlace): Promise<boolean> {
    const [{ kept }] = await ask<{ kept: boolean }>(this.source, KEPT, [xid]);
    return kept;
  }
}
