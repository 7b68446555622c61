import type { DataSource, EntityManager } from 'typeorm';
import { RejectedError } from '#domain/errors.js';
import type { OwnDuties } from '#domain/routing/own-duties.js';
import { ask } from '../reading/ask.js';
import { positionOf, toPage, UUID, type Page, type PageRequest } from '../reading/page.js';
import { transact } from '../transact.js';
import { staleDuties } from './stale-duties.js';

/** Own duties that somebody is working on. */
export interface DutyDraft {
  readonly id: string;
  /** Counts its changes, from 1. */
  readonly version: number;
  /** The version of the duty list it was made from. */
  readonly base: number;
  readonly own: OwnDuties;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly state: 'open' | 'published' | 'dropped';
}

type DraftRow = Omit<DutyDraft, 'base'> & { readonly base: string };

const COLUMNS = `id, version, base, own, made_by as "madeBy", made_at as "madeAt", changed_by as "changedBy", changed_at as "changedAt", state`;

const toDraft = (row: DraftRow): DutyDraft => ({ ...row, base: Number(row.base) });

/** Drafts of the duty list as rows of PostgreSQL. */
export class DutyDrafts {
  constructor(private readonly source: DataSource) {}

  async add({ id, base, own }: Pick<DutyDraft, 'id' | 'base' | 'own'>, by: string, at: Date): Promise<void> {
    await ask(
      this.source,
      `insert into duty_list_drafts (id, version, base, own, made_by, made_at, changed_by, changed_at) values ($1, 1, $2, $3, $4, $5, $4, $5)`,
      [id, base, JSON.stringify(own), by, at],
    );
  }

  /** Throws `DUTY_LIST_UNKNOWN`. */
  async find(id: string): Promise<DutyDraft> {
    return only(await ask<DraftRow>(this.source, `select ${COLUMNS} from duty_list_drafts where id = $1`, [id]), id);
  }

  /** Those that are open, the newest first. */
  async open({ cursor, limit }: PageRequest): Promise<Page<DutyDraft>> {
    const [last] = cursor === undefined ? [null] : positionOf(cursor, [UUID]);
    const rows = await ask<DraftRow>(
      this.source,
      `select ${COLUMNS} from duty_list_drafts where state = 'open' and ($1::uuid is null or id < $1) order by id desc limit $2`,
      [last, limit + 1],
    );
    return toPage(rows.map(toDraft), limit, ({ id }) => [id]);
  }

  /** Changes a draft that is still as the editor read it, or throws. */
  async change(id: string, version: number, by: string, at: Date, edit: (own: OwnDuties) => OwnDuties): Promise<DutyDraft> {
    return transact(this.source, async (manager) => {
      const draft = await heldDraft(manager, id, version);
      const own = edit(draft.own);
      await manager.query(
        'update duty_list_drafts set own = $2, version = version + 1, changed_by = $3, changed_at = $4 where id = $1',
        [id, JSON.stringify(own), by, at],
      );
      return { ...draft, own, version: version + 1, changedBy: by, changedAt: at };
    });
  }

  async drop(id: string, version: number): Promise<void> {
    await transact(this.source, async (manager) => {
      await heldDraft(manager, id, version);
      await manager.query(`update duty_list_drafts set state = 'dropped' where id = $1`, [id]);
    });
  }
}

/** An open draft of that version, its row held until the transaction ends. */
export async function heldDraft(manager: EntityManager, id: string, version: number): Promise<DutyDraft> {
  const rows = await manager.query<DraftRow[]>(`select ${COLUMNS} from duty_list_drafts where id = $1 for update`, [id]);
  const draft = only(rows, id);
  if (draft.state !== 'open') throw new RejectedError('DUTY_DRAFT_CLOSED', `the draft was ${draft.state} before`);
  if (draft.version !== version) throw staleDuties('the draft', version, draft.version);
  return draft;
}

function only(rows: readonly DraftRow[], id: string): DutyDraft {
  if (rows.length === 0) throw new RejectedError('DUTY_LIST_UNKNOWN', `there is no draft ${id}`);
  return toDraft(rows[0]);
}
