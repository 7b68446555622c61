import { createHash } from 'node:crypto';
import { canonicalJson } from '../case/event-chain.js';
import type { AuditEntry } from '../ports/audit-log.js';

/** An entry with its place in the log: numbers run from 1 without a gap. */
export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly entry: AuditEntry;
  /** SHA-256 over the hash before and this line. */
  readonly hash: Uint8Array;
}

/** Where the log ends: enough to show later that nothing up to here was changed or cut off. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** The head of a log that holds nothing. */
export const EMPTY_LOG: AuditHead = { seq: 0, hash: new Uint8Array() };

/** The line that follows `head`. */
export function nextLine({ seq, hash }: AuditHead, entry: AuditEntry, at: Date): AuditLine {
  const line = { seq: seq + 1, at, entry: asKept(entry) };
  return { ...line, hash: hashLine(hash, line) };
}

/** What the hash of a line must be. */
export function hashLine(previous: Uint8Array, { seq, at, entry }: Omit<AuditLine, 'hash'>): Uint8Array {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ seq, at, ...entry }))
    .digest();
}

/** As it comes back from the database: PostgreSQL keeps no NUL and no half of a surrogate pair, and strangers may send both. */
function asKept({ actor, action, subject, reason, data, address }: AuditEntry): AuditEntry {
  return {
    actor: text(actor),
    action: text(action),
    subject: text(subject),
    ...(reason !== undefined && { reason: text(reason) }),
    ...(data !== undefined && {
      data: JSON.parse(text(canonicalJson(data).replaceAll(/\\u(?:0000|d[89a-f][0-9a-f]{2})/gu, '\\ufffd'))) as object,
    }),
    ...(address !== undefined && { address: text(address) }),
  };
}

const text = (said: string): string => Buffer.from(said.replaceAll('\0', '\ufffd'), 'utf8').toString('utf8');
