import type { DataSource, EntityManager } from 'typeorm';
import { RejectedError } from '#domain/errors.js';
import type { CaseId, DeliveryId, DepartmentId } from '#domain/ids.js';
import type { FeedPage, FeedRequest, FedMessage } from '#domain/ports/department-feed.js';
import { DepartmentFeed } from '#domain/ports/department-feed.js';
import { cursorOf, positionOf, RUNNING_NUMBER } from './reading/page.js';
import { transact } from './transact.js';

/** How far a department's feed has come; int8 as text. */
interface Progress {
  readonly shown: string;
  readonly acknowledged: string;
}

interface EntryRow {
  readonly number: string;
  readonly id: DeliveryId;
  readonly caseId: CaseId;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly createdAt: Date;
}

/** Requests of one department wait for each other here: numbers are given, and acknowledged, in turn. */
const OPEN = `
insert into department_feeds as f (department) values ($1)
on conflict (department) do update set department = f.department
returning shown, acknowledged`;

/** What was pushed meanwhile, its endpoint having had an address for a while, stays as it was settled. */
const ACKNOWLEDGE = `
with pulled as (
  select delivery_id, attempt, shown_at from department_feed_entries where department = $1 and number > $2 and number <= $3
), logged as (
  insert into delivery_attempts (delivery_id, number, at, duration_ms, outcome, reason)
  select delivery_id, attempt, shown_at, least(extract(epoch from $4::timestamptz - shown_at) * 1000, 2147483647)::int, 'confirmed', 'pulled'
  from pulled
), settled as (
  update deliveries d set state = 'confirmed', settled_at = $4, reason = null
  from pulled p where d.id = p.delivery_id and d.state in ('owed', 'unknown', 'parked')
)
update department_feeds set acknowledged = $3 where department = $1`;

const SHOWN = `
select e.number, d.id, d.case_id as "caseId", d.type, d.payload, d.created_at as "createdAt"
from department_feed_entries e join deliveries d on d.id = e.delivery_id
where e.department = $1 and e.number > $2 order by e.number limit $3`;

/**
 * Numbers what is owed and not on show, oldest first. A case's messages are written under its lock, so of two that can be seen no
 * earlier one is still to come. Showing counts as an attempt: from now on the department may have it, and may act on it.
 */
const SHOW = `
with fresh as (
  select d.id, row_number() over (order by d.seq) as place from deliveries d
  where d.channel = 'webhook' and d.target = $1 and d.state in ('owed', 'unknown', 'parked')
    and not exists (select 1 from department_feed_entries e where e.delivery_id = d.id and e.department = $1 and e.number > $4)
  order by d.seq limit $2
), begun as (
  update deliveries d set attempts = d.attempts + 1 from fresh where d.id = fresh.id
  returning d.id, d.case_id as "caseId", d.attempts, d.type, d.payload, d.created_at as "createdAt", fresh.place
), entered as (
  insert into department_feed_entries (department, number, delivery_id, attempt, shown_at)
  select $1, $3::bigint + place, id, attempts, $5 from begun
), counted as (
  update department_feeds set shown = $3::bigint + (select count(*) from begun) where department = $1
)
select $3::bigint + place as number, id, "caseId", type, payload, "createdAt" from begun order by place`;

/** The feeds of departments in PostgreSQL. */
export class SqlDepartmentFeed extends DepartmentFeed {
  constructor(private readonly source: DataSource) {
    super();
  }

  read(department: DepartmentId, { after, limit }: FeedRequest, now: Date): Promise<FeedPage> {
    return transact(this.source, async (manager) => {
      const [{ shown, acknowledged }] = await manager.query<Progress[]>(OPEN, [department]);
      const from = after === undefined ? acknowledged : numberOf(after, department, shown);
      const isAcknowledging = BigInt(from) > BigInt(acknowledged);
      if (isAcknowledging) await manager.query(ACKNOWLEDGE, [department, acknowledged, from, now]);
      const settled = isAcknowledging ? from : acknowledged;
      const rows = await page(manager, department, { from, shown, settled, limit, now });
      const items = rows.map((row) => toMessage(row, department));
      return { items, next: items.at(-1)?.cursor ?? cursorFor(department, from) };
    });
  }
}

interface Wanted {
  readonly from: string;
  readonly shown: string;
  readonly settled: string;
  readonly limit: number;
  readonly now: Date;
}

/** What is on show after `from` as it was shown; only where nothing is, something new, so that the same question has the same answer. */
async function page(
  manager: EntityManager,
  department: string,
  { from, shown, settled, limit, now }: Wanted,
): Promise<EntryRow[]> {
  if (BigInt(from) < BigInt(shown)) return manager.query(SHOWN, [department, from, limit]);
  return manager.query(SHOW, [department, limit, shown, settled, now]);
}

const toMessage = ({ number, ...message }: EntryRow, department: string): FedMessage => ({
  ...message,
  cursor: cursorFor(department, number),
});

const cursorFor = (department: string, number: string): string => cursorOf([department, number]);

/** A cursor of another department, or of a feed that has not come so far, is no cursor: it would confirm what nobody was shown. */
function numberOf(cursor: string, department: string, shown: string): string {
  const [whose, number] = positionOf(cursor, [/^.+$/, RUNNING_NUMBER]);
  if (whose === department && BigInt(number) <= BigInt(shown)) return number;
  throw new RejectedError('REQUEST_INVALID', 'after: not a cursor that this feed has handed out');
}
