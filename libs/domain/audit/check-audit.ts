import { EMPTY_LOG, hashLine, type AuditHead, type AuditLine } from './audit-line.js';

/** The first thing that is wrong with the log. */
export interface AuditFault {
  readonly kind: 'changed' | 'missing' | 'inserted' | 'rewritten' | 'cut-off';
  /** The first line that is not as it was written. */
  readonly seq: number;
  readonly sentence: string;
}

/** What a look through the log found; `head` is the last line that can be believed. */
export interface AuditVerdict {
  readonly lines: number;
  readonly head: AuditHead;
  readonly fault?: AuditFault;
}

/**
 * Goes through the log from after `start` and stops at the first line that is wrong. Whoever can write the whole table can make
 * a chain that is sound in itself: that, and a cut-off end, shows only against anchors, heads that were noted elsewhere.
 */
export async function checkAudit(
  lines: AsyncIterable<AuditLine> | Iterable<AuditLine>,
  anchors: readonly AuditHead[] = [],
  start: AuditHead = EMPTY_LOG,
): Promise<AuditVerdict> {
  const noted = anchorsBySeq(anchors);
  let head = start;
  let count = 0;
  const wrong = (fault: AuditFault): AuditVerdict => ({ lines: count, head, fault });
  for await (const line of lines) {
    const fault = faultOf(line, head, noted.get(line.seq));
    if (fault) return wrong(fault);
    head = { seq: line.seq, hash: line.hash };
    count += 1;
  }
  const last = Math.max(0, ...noted.keys());
  if (last <= head.seq) return { lines: count, head };
  const sentence = `lines ${head.seq + 1} to ${last} were there when the head was noted and are gone`;
  return wrong({ kind: 'cut-off', seq: head.seq + 1, sentence });
}

function faultOf(line: AuditLine, head: AuditHead, noted: readonly Uint8Array[] = []): AuditFault | undefined {
  const { seq } = line;
  const next = head.seq + 1;
  if (seq > next) return { kind: 'missing', seq: next, sentence: `line ${next} is missing: after ${head.seq} comes ${seq}` };
  if (seq < next) return { kind: 'inserted', seq, sentence: `line ${seq} comes again after line ${head.seq}` };
  if (!isSame(hashLine(head.hash, line), line.hash))
    return { kind: 'changed', seq, sentence: `line ${seq} does not match its hash and the line before` };
  if (!noted.every((hash) => isSame(hash, line.hash)))
    return { kind: 'rewritten', seq, sentence: `the log was written anew: line ${seq} had another hash when the head was noted` };
  return undefined;
}

function anchorsBySeq(anchors: readonly AuditHead[]): ReadonlyMap<number, readonly Uint8Array[]> {
  const noted = new Map<number, Uint8Array[]>();
  for (const { seq, hash } of anchors) noted.set(seq, [...(noted.get(seq) ?? []), hash]);
  return noted;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
