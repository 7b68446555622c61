import { createHash } from 'node:crypto';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { Fault, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';

/** A piece without a recognisable id, under a name made of its bytes: the same piece is the same quarantine entry. */
export function unreadableRecord(bytes: Uint8Array, faults: readonly Fault[]): UnreadableRecord {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { bytes, faults, externalId: as<ExternalId>(`unreadable-${digest}`) };
}

/** Records of a page with exact repeats taken out; two versions of one record both stay. */
export function withoutRepeats(records: readonly RawRecord[]): RawRecord[] {
  const seen = new Map<string, Uint8Array[]>();
  return records.filter(({ externalId, bytes }) => {
    const known = seen.get(externalId) ?? [];
    if (known.some((other) => Buffer.compare(other, bytes) === 0)) return false;
    seen.set(externalId, [...known, bytes]);
    return true;
  });
}
