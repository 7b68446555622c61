import type { DataSource, EntityManager } from 'typeorm';
import { RejectedError } from '#domain/errors.js';
import { DutyBook, type DutyVersion } from '#domain/ports/duty-book.js';
import type { AuditEntry } from '#domain/ports/audit-log.js';
import { appendAudit } from '../audit/append-audit.js';
import { ask } from '../reading/ask.js';
import { positionOf, RUNNING_NUMBER, toPage, type Page, type PageRequest } from '../reading/page.js';
import { transact } from '../transact.js';
import { heldDraft } from './duty-drafts.js';
import { staleDuties } from './stale-duties.js';

/** What is to go live, over the version it was made from. */
export type NewDuties = Omit<DutyVersion, 'version'> & {
  readonly requestId?: string;
  /** The draft it comes from, as it was read. */
  readonly draft?: { readonly id: string; readonly version: number };
  /** Written into the audit together with it. */
  readonly entry: AuditEntry;
};

interface VersionRow extends Omit<DutyVersion, 'version' | 'base' | 'restores'> {
  readonly version: string;
  readonly base: string;
  readonly restores: string | null;
}

const COLUMNS = 'version, own, base, because, published_by as by, published_at as at, restores';

const toVersion = ({ version, base, restores, ...row }: VersionRow): DutyVersion => ({
  ...row,
  version: Number(version),
  base: Number(base),
  ...(restores !== null && { restores: Number(restores) }),
});

/** One version at a time goes live. */
const PUBLISH_LOCK = 724_554;

/** The published versions of the own duties as rows of PostgreSQL. */
export class SqlDutyBook extends DutyBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  override async newerThan(version: number): Promise<DutyVersion | undefined> {
    const rows = await ask<VersionRow>(
      this.source,
      `select ${COLUMNS} from duty_list_versions where version > $1 order by version desc limit 1`,
      [version],
    );
    return rows.map(toVersion).at(0);
  }

  /** One of them; throws `DUTY_LIST_UNKNOWN`. */
  async version(version: number): Promise<DutyVersion> {
    const sql = `select ${COLUMNS} from duty_list_versions where version = $1::numeric`;
    const rows = await ask<VersionRow>(this.source, sql, [version]);
    if (rows.length === 0) throw new RejectedError('DUTY_LIST_UNKNOWN', `there is no version ${version} of the duty list`);
    return toVersion(rows[0]);
  }

  /** The newest first, without what they say. */
  async page({ cursor, limit }: PageRequest): Promise<Page<Omit<DutyVersion, 'own'>>> {
    const [before] = cursor === undefined ? [null] : positionOf(cursor, [RUNNING_NUMBER]);
    const rows = await ask<VersionRow>(
      this.source,
      `select ${COLUMNS} from duty_list_versions where $1::bigint is null or version < $1 order by version desc limit $2`,
      [before, limit + 1],
    );
    const listed = rows.map((row) => {
      const { own: _own, ...version } = toVersion(row);
      return version;
    });
    return toPage(listed, limit, ({ version }) => [String(version)]);
  }

  /** Makes it the version by which cases go, or throws `DUTY_LIST_STALE`; a repeated request gets the version it made. */
  publish(next: NewDuties): Promise<DutyVersion> {
    return transact(this.source, async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
      const made = await madeBefore(manager, next.requestId);
      if (made) return made;
      const current = await newest(manager);
      if (current !== next.base) throw staleDuties('the duty list', next.base, current);
      if (next.draft) await closeDraft(manager, next.draft);
      const version = current + 1;
      await insert(manager, version, next);
      await appendAudit(manager, next.entry, next.at);
      const { own, base, because, by, at, restores } = next;
      return { version, own, base, because, by, at, ...(restores !== undefined && { restores }) };
    });
  }
}

async function madeBefore(manager: EntityManager, requestId: string | undefined): Promise<DutyVersion | undefined> {
  if (requestId === undefined) return undefined;
  const rows = await manager.query<VersionRow[]>(`select ${COLUMNS} from duty_list_versions where request_id = $1`, [requestId]);
  return rows.map(toVersion).at(0);
}

async function newest(manager: EntityManager): Promise<number> {
  const [{ version }] = await manager.query<{ version: string }[]>(
    'select coalesce(max(version), 0) as version from duty_list_versions',
  );
  return Number(version);
}

async function closeDraft(manager: EntityManager, { id, version }: { id: string; version: number }): Promise<void> {
  await heldDraft(manager, id, version);
  await manager.query(`update duty_list_drafts set state = 'published' where id = $1`, [id]);
}

async function insert(manager: EntityManager, version: number, next: NewDuties): Promise<void> {
  const { own, base, because, by, at, restores, requestId } = next;
  await manager.query(
    `insert into duty_list_versions (version, own, base, because, published_by, published_at, restores, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [version, JSON.stringify(own), base, because, by, at, restores, requestId],
  );
}
