import type { EntityManager } from 'typeorm';
import type { UndertakingTally } from '#domain/ledger/ledger.js';

/** Whoever has an owner is promised; each figure is a question of its own. */
const TALLY = `
select count(*) filter (where owner is not null and state <> 'dropped')::int as promised,
  count(*) filter (where state = 'done')::int as done,
  count(*) filter (where owner is not null and ended_at is null and overdue_at is not null)::int as overdue,
  count(*) filter (where owner is not null and ended_at is null)::int as open
from undertakings`;

/** Counts what was promised beside the cases. */
export async function countUndertakings(manager: EntityManager): Promise<UndertakingTally> {
  const [tally] = await manager.query<UndertakingTally[]>(TALLY);
  return tally;
}

/** The links of an undertaking's chain, each as the question that finds undertakings without it. */
export const UNDERTAKING_LINKS: readonly { readonly link: string; readonly sql: string }[] = [
  {
    link: 'a promised undertaking has an owner and a due time',
    sql: `select id::text as name from undertakings
          where (state in ('claimed', 'underway', 'done') or owner is not null or due_at is not null) and (owner is null or due_at is null)`,
  },
  {
    link: 'an undertaking has as many events as its version says',
    sql: `select u.id::text as name from undertakings u left join undertaking_events e on e.undertaking_id = u.id
          group by u.id, u.version having count(e.seq) <> u.version`,
  },
];
