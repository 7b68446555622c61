import type { RecordSeal, SealOwner } from '#domain/ports/vault.js';

/** A record's bytes as they lie in the table. */
interface KeptRecord extends SealOwner {
  readonly bytes: Buffer;
  readonly sealed: boolean;
}

const NOTHING = Buffer.alloc(0);

/** A record as it came; nothing of one whose seal was destroyed or has lost its key. */
export function opened(kept: KeptRecord, seal: RecordSeal): Buffer {
  if (!kept.sealed) return kept.bytes;
  const bytes = seal.open(kept.bytes, kept);
  return bytes ? Buffer.from(bytes) : NOTHING;
}
