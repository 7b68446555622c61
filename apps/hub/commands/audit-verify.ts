import { EMPTY_LOG, type AuditHead } from '#domain/audit/audit-line.js';
import { checkAudit, type AuditFault } from '#domain/audit/check-audit.js';
import { auditLines, readLine } from '#storage/audit/audit-rows.js';
import { readNotedHeads } from '#storage/audit/noted-heads.js';
import type { DataSource } from '#storage/data-source.js';

/** What `hub audit verify` says. */
export interface AuditReport {
  readonly from: number;
  /** Lines that were looked at and are sound. */
  readonly lines: number;
  /** The last of them; its hash in hexadecimal. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** How many noted heads it was compared with. */
  readonly heads: number;
  readonly fault?: AuditFault;
}

/** Goes through the log from a line on and compares it with the heads of a file, which must be there when it was asked for. */
export async function verifyAudit(source: DataSource, from: number, file: string, mustExist: boolean): Promise<AuditReport> {
  const noted = (await readNotedHeads(file, mustExist)).filter(({ seq }) => seq >= from);
  const start = await startBefore(source, from);
  const { lines, head, fault } = await checkAudit(auditLines(source, start.seq), noted, start);
  const shown = { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') };
  return { from, lines, head: shown, heads: noted.length, ...(fault && { fault }) };
}

/** The line before is believed; where it is gone there is nothing to chain to, and the whole log is looked at. */
async function startBefore(source: DataSource, from: number): Promise<AuditHead> {
  return (await readLine(source, from - 1)) ?? EMPTY_LOG;
}
