import type { DataSource, EntityManager } from 'typeorm';
import { EMPTY_LOG, type AuditHead, type AuditLine } from '#domain/audit/audit-line.js';

type Asked = Pick<DataSource | EntityManager, 'query'>;

export const AUDIT_COLUMNS = 'seq, at, actor, action, subject, reason, data, address, hash';

/** A row of `audit_log`; bigint comes as text. */
export interface AuditRow {
  readonly seq: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly data: object | null;
  readonly address: string | null;
  readonly hash: Buffer;
}

/** The row as the line that was hashed. */
export function toAuditLine({ seq, at, actor, action, subject, reason, data, address, hash }: AuditRow): AuditLine {
  const optional = Object.entries({ reason, data, address }).filter(([, value]) => value !== null);
  return { seq: Number(seq), at, hash, entry: { actor, action, subject, ...Object.fromEntries(optional) } };
}

/** Where the log ends now. */
export async function readHead(asked: Asked): Promise<AuditHead> {
  const rows = await asked.query<AuditRow[]>(`select ${AUDIT_COLUMNS} from audit_log order by seq desc limit 1`);
  return rows.length === 0 ? EMPTY_LOG : toAuditLine(rows[0]);
}

/** One line by its number. */
export async function readLine(asked: Asked, seq: number): Promise<AuditLine | undefined> {
  const rows = await asked.query<AuditRow[]>(`select ${AUDIT_COLUMNS} from audit_log where seq = $1`, [seq]);
  return rows.map(toAuditLine).at(0);
}

const PAGE_ROWS = 2_000;

/** The lines after a number in their order, page by page, so that a log of any length can be gone through. */
export async function* auditLines(asked: Asked, after: number): AsyncGenerator<AuditLine> {
  for (let last = after, more = true; more;) {
    const rows = await asked.query<AuditRow[]>(
      `select ${AUDIT_COLUMNS} from audit_log where seq > $1 order by seq limit ${PAGE_ROWS}`,
      [last],
    );
    yield* rows.map(toAuditLine);
    more = rows.length === PAGE_ROWS;
    last = Number(rows.at(-1)?.seq ?? last);
  }
}
