import type { EntityManager } from 'typeorm';
import { nextLine } from '#domain/audit/audit-line.js';
import type { AuditEntry } from '#domain/ports/audit-log.js';
import { readHead } from './audit-rows.js';

/** One chain, so one writer at a time; held until the transaction ends. */
const AUDIT_LOCK = 724_553;

/** Writes a line into the audit as part of a transaction: call it last, since nobody else can write one until that ends. */
export async function appendAudit(manager: EntityManager, entry: AuditEntry, at: Date): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1)', [AUDIT_LOCK]);
  const { seq, hash, entry: kept } = nextLine(await readHead(manager), entry, at);
  const { actor, action, subject, reason, data, address } = kept;
  await manager.query(
    'insert into audit_log (seq, at, actor, action, subject, reason, data, address, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [seq, at, actor, action, subject, reason, data && JSON.stringify(data), address, Buffer.from(hash)],
  );
}
