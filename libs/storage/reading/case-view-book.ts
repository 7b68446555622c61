import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

/** A list that somebody keeps: which filters, in which order. */
export interface CaseView {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  /** As the list's query parameters have it. */
  readonly filter: Readonly<Record<string, string>>;
  readonly sort: string;
  /** Others see it too; only its owner changes it. */
  readonly shared: boolean;
}

const COLUMNS = 'id, owner, name, filter, sort, shared';

/** 保存的视图. */
export class CaseViewBook {
  constructor(private readonly source: DataSource) {}

  /** One's own and those that others share. */
  seenBy(owner: string): Promise<CaseView[]> {
    return ask<CaseView>(
      this.source,
      `select ${COLUMNS} from case_views where owner = $1 or shared order by owner <> $1, name collate "C", owner`,
      [owner],
    );
  }

  /** How many somebody has. */
  async countOf(owner: string): Promise<number> {
    const [{ count }] = await ask<{ count: number }>(
      this.source,
      'select count(*)::int as count from case_views where owner = $1',
      [owner],
    );
    return count;
  }

  /** One of the same owner and name is replaced and keeps its id. */
  async keep({ id, owner, name, filter, sort, shared }: CaseView, at: Date): Promise<CaseView> {
    const [kept] = await ask<CaseView>(
      this.source,
      `insert into case_views (id, owner, name, filter, sort, shared, at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (owner, name) do update set filter = excluded.filter, sort = excluded.sort, shared = excluded.shared, at = excluded.at
       returning ${COLUMNS}`,
      [id, owner, name, JSON.stringify(filter), sort, shared, at],
    );
    return kept;
  }

  /** False when the owner has none of that id. */
  async drop(owner: string, id: string): Promise<boolean> {
    const gone = await ask<{ id: string }>(
      this.source,
      `with gone as (delete from case_views where owner = $1 and id = $2 returning id) select id from gone`,
      [owner, id],
    );
    return gone.length > 0;
  }
}
