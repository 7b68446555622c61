import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from '#domain/audit/audit-line.js';
import { OperatorError } from '#domain/errors.js';

/** Where a hub notes the heads it has seen: outside of the database, so that who owns that alone cannot cut the log off. */
export const auditHeadsFile = (dataFolder: string): string => join(dataFolder, 'audit-heads.jsonl');

/** A head as a line of that file. */
export const writtenHead = ({ seq, hash }: AuditHead, at: Date): string =>
  JSON.stringify({ at, seq, hash: Buffer.from(hash).toString('hex') });

/** Adds a head to a file. */
export async function noteHead(file: string, head: AuditHead, at: Date): Promise<void> {
  await appendFile(file, `${writtenHead(head, at)}\n`, { mode: 0o600 });
}

/** The heads of a file; a file that is not there holds none, unless it must be. */
export async function readNotedHeads(file: string, mustExist = false): Promise<AuditHead[]> {
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT' && !mustExist) return '';
    throw new OperatorError('CONFIG_INVALID', `${file} cannot be read: ${thrown.message}`);
  });
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [parsedHead(line, `${file}:${index + 1}`)]));
}

function parsedHead(line: string, where: string): AuditHead {
  const { seq, hash } = parsed(line) as { seq?: unknown; hash?: unknown };
  if (Number.isSafeInteger(seq) && typeof hash === 'string' && /^(?:[0-9a-f]{64})?$/.test(hash))
    return { seq: seq as number, hash: Buffer.from(hash, 'hex') };
  throw new OperatorError('CONFIG_INVALID', `${where} is not a head of the audit: {"seq":1,"hash":"…"}`);
}

function parsed(line: string): object {
  try {
    return Object(JSON.parse(line)) as object;
  } catch {
    return {};
  }
}
