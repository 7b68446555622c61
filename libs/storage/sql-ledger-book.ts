import type { DataSource, EntityManager } from 'typeorm';
import type { BrokenLink, LedgerDay, LedgerFacts, OwedTally } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { countUndertakings, UNDERTAKING_LINKS } from './undertaking-ledger.js';

/** `pulled` comes from the pages, the outcomes from the records: two counts made at different moments by different statements. */
const DAYS = `
with pulled as (
  select platform, day, sum(pulled)::int as pulled, sum(unchanged)::int as unchanged from pages where $1::date is null or day = $1 group by 1, 2
), worked as (
  select r.platform, r.day,
    count(*) filter (where r.outcome = 'opened')::int as opened,
    count(*) filter (where r.outcome = 'attached')::int as attached,
    count(*) filter (where r.outcome = 'updated')::int as updated,
    count(*) filter (where r.outcome = 'unchanged')::int as unchanged,
    count(*) filter (where r.outcome = 'withdrawn')::int as withdrawn,
    count(*) filter (where r.outcome = 'quarantined')::int as quarantined,
    count(*) filter (where r.outcome is null)::int as waiting,
    count(*) filter (where r.outcome in ('opened', 'attached', 'updated') and (p.id is null or p.platform <> r.platform or p.external_id <> r.external_id))::int as unproven
  from records r left join reports p on p.id = r.report_id
  where $1::date is null or r.day = $1 group by 1, 2
)
select platform, to_char(day, 'YYYY-MM-DD') as day, coalesce(p.pulled, 0) as pulled, coalesce(w.opened, 0) as opened, coalesce(w.attached, 0) as attached,
  coalesce(w.updated, 0) as updated, coalesce(p.unchanged, 0) + coalesce(w.unchanged, 0) as unchanged, coalesce(w.withdrawn, 0) as withdrawn,
  coalesce(w.quarantined, 0) as quarantined, coalesce(w.waiting, 0) as waiting, coalesce(w.unproven, 0) as unproven
from pulled p full join worked w using (platform, day) order by day, platform`;

/** Each link of a case's chain as the question that finds cases without it. Every query answers case or report numbers. */
const LINKS: readonly { readonly link: string; readonly sql: string }[] = [
  {
    link: 'an open case has somebody who must act',
    sql: `select number as name from cases where status in ('dispatched', 'handling', 'checking', 'handled', 'answered') and lead is null
          union all select number from cases where status in ('received', 'filed')`,
  },
  {
    link: 'an open case has a clock that runs',
    sql: `select number as name from cases c where status in ('held', 'dispatched', 'handling', 'checking', 'handled')
          and not exists (select 1 from case_clocks k where k.case_id = c.id and k.met_at is null)
          union all select number from cases where status = 'answered' and revisit_due_at is null`,
  },
  {
    link: 'a dispatched case is owed to its department',
    sql: `select c.number as name from cases c join case_events e on e.case_id = c.id and e.type = 'case.dispatched'
          group by c.number, c.id having count(*) > (select count(*) from deliveries d where d.case_id = c.id and d.type = 'case.dispatched')`,
  },
  {
    link: 'a signed case was delivered to its department',
    sql: `select c.number as name from cases c where c.status in ('handling', 'handled', 'answered', 'closed')
          and exists (select 1 from case_events e where e.case_id = c.id and e.type = 'case.signed')
          and not exists (select 1 from deliveries d where d.case_id = c.id and d.type = 'case.dispatched' and d.attempts > 0)`,
  },
  {
    link: 'every report of a handled case is owed an answer',
    sql: `select r.platform || ' ' || r.external_id as name from reports r join cases c on c.id = r.case_id
          where c.status in ('handled', 'answered', 'closed') and r.withdrawn_at is null
          and exists (select 1 from case_events e where e.case_id = c.id and e.type = 'case.handled')
          and not exists (select 1 from deliveries d where d.report_id = r.id and d.case_id = c.id and d.channel = 'write-back' and d.type = 'answer')`,
  },
  {
    link: 'every report of a case that was refused or closed by force is owed an answer',
    sql: `select r.platform || ' ' || r.external_id as name from case_events e join cases c on c.id = e.case_id join reports r on r.case_id = c.id
          where (e.type = 'case.refused' and e.data ? 'code' or e.type = 'case.forced_closed') and c.status in ('refused', 'closed')
          and r.withdrawn_at is null and r.created_at <= e.at
          and not exists (select 1 from deliveries d where d.report_id = r.id and d.channel = 'write-back' and d.type = 'answer')`,
  },
  {
    link: 'an answered case has answered each of its reports',
    sql: `select r.platform || ' ' || r.external_id as name from reports r join cases c on c.id = r.case_id
          where c.status = 'closed' and r.withdrawn_at is null
          and exists (select 1 from report_links l where l.report_id = r.id and l.case_id = c.id and l.unlinked_at is null and l.linked_at <= c.answered_at)
          and exists (select 1 from deliveries d where d.report_id = r.id and d.channel = 'write-back' and d.type = 'answer')
          and not exists (select 1 from deliveries d where d.report_id = r.id and d.channel = 'write-back' and d.type = 'answer' and d.state = 'confirmed')`,
  },
  {
    link: 'a handled case waits for an answer that is still open',
    sql: `select c.number as name from cases c where c.status = 'handled' and not exists (
            select 1 from deliveries d where d.case_id = c.id and d.channel = 'write-back' and d.type = 'answer' and d.state in ('owed', 'unknown', 'parked'))`,
  },
  {
    link: 'a case has as many events as its version says',
    sql: `select c.number as name from cases c left join case_events e on e.case_id = c.id group by c.number, c.version having count(e.seq) <> c.version`,
  },
  {
    link: 'a report was put into its case by a link',
    sql: `select r.platform || ' ' || r.external_id as name from reports r
          where not exists (select 1 from report_links l where l.report_id = r.id and l.case_id = r.case_id and l.unlinked_at is null)`,
  },
  {
    link: 'a case has reports until it goes up in another',
    sql: `select c.number as name from cases c where (c.status = 'merged') <> (c.merged_into is not null)
          or (c.status = 'merged') = exists (select 1 from reports r where r.case_id = c.id)`,
  },
];

const TALLY = `
select channel, count(*) filter (where state <> 'cancelled')::int as owed, count(*) filter (where state = 'confirmed')::int as confirmed,
  count(*) filter (where state = 'parked')::int as parked from deliveries group by channel`;

const EXAMPLES = 5;

/** The ledger's figures, all from one snapshot, so that work going on meanwhile cannot unbalance it. */
export class SqlLedgerBook extends LedgerBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  facts(day?: string): Promise<LedgerFacts> {
    return this.source.transaction('REPEATABLE READ', async (manager) => ({
      ...(await countAll(manager, day)),
      broken: await brokenLinks(manager),
    }));
  }

  figures(day?: string): Promise<Omit<LedgerFacts, 'broken'>> {
    return this.source.transaction('REPEATABLE READ', (manager) => countAll(manager, day));
  }
}

async function countAll(manager: EntityManager, day: string | undefined): Promise<Omit<LedgerFacts, 'broken'>> {
  const days = await manager.query<LedgerDay[]>(DAYS, [day ?? null]);
  const statuses = await manager.query<{ status: string; count: number }[]>(
    'select status, count(*)::int as count from cases group by 1 order by 1',
  );
  const tallies = await manager.query<(OwedTally & { channel: string })[]>(TALLY);
  return {
    days,
    casesByStatus: Object.fromEntries(statuses.map(({ status, count }) => [status, count])),
    deliveries: tallyOf(tallies, 'webhook'),
    writeBacks: tallyOf(tallies, 'write-back'),
    undertakings: await countUndertakings(manager),
  };
}

async function brokenLinks(manager: EntityManager): Promise<BrokenLink[]> {
  const broken: BrokenLink[] = [];
  for (const { link, sql } of [...LINKS, ...UNDERTAKING_LINKS]) {
    const rows = await manager.query<{ name: string }[]>(sql);
    if (rows.length > 0) broken.push({ link, count: rows.length, examples: rows.slice(0, EXAMPLES).map(({ name }) => name) });
  }
  return broken;
}

function tallyOf(rows: readonly (OwedTally & { channel: string })[], channel: string): OwedTally {
  const { owed, confirmed, parked } = rows.find((row) => row.channel === channel) ?? { owed: 0, confirmed: 0, parked: 0 };
  return { owed, confirmed, parked };
}
