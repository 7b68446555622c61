import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { Reporter } from '#domain/report/report.js';
import { Defect } from '#domain/errors.js';

/** Keys of 32 bytes by their id: one that seals, and the retired ones that old seals still need. */
export interface KeyRing {
  readonly active: string;
  readonly keys: Readonly<Record<string, Uint8Array>>;
}

interface RefusedSeal {
  readonly kind: 'refused';
  readonly reason: 'unknown-key' | 'altered';
}

/** What comes of opening a seal. */
export type OpenedSeal = { readonly kind: 'opened'; readonly reporter: Reporter } | RefusedSeal;
type OpenedText = { readonly kind: 'opened'; readonly text: string } | RefusedSeal;

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a reporter. */
export const seal = (reporter: Reporter, ring: KeyRing): Buffer =>
  sealText(JSON.stringify({ name: reporter.name, phone: reporter.phone }), ring);

/**
 * Seals a text: format, length of the key id, key id | iv | tag | AES-256-GCM, the head authenticated as well, and the owner,
 * which is not in the seal: it opens for the same owner only.
 */
export function sealText(clear: string, ring: KeyRing, owner = ''): Buffer {
  const key = keyOf(ring, ring.active);
  if (key === undefined) throw new Defect('DEFECT', `the key ring has no key "${ring.active}"`);
  const keyId = Buffer.from(ring.active, 'utf8');
  const head = Buffer.concat([Buffer.of(FORMAT, keyId.length), keyId]);
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(withOwner(head, owner));
  const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
}

/** Random bytes for many seals at once: asking for twelve costs as much as asking for three thousand. */
const pool = Buffer.alloc(256 * IV_BYTES);
let used = pool.length;

function freshIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const iv = Buffer.from(pool.subarray(used, used + IV_BYTES));
  used += IV_BYTES;
  return iv;
}

/** Opens a seal, or says why it cannot be opened; bytes that were altered anywhere are refused. */
export function open(sealed: Uint8Array, ring: KeyRing): OpenedSeal {
  const opened = openText(sealed, ring);
  return opened.kind === 'refused' ? opened : { kind: 'opened', reporter: JSON.parse(opened.text) as Reporter };
}

/** The same for a text and its owner. */
export function openText(sealed: Uint8Array, ring: KeyRing, owner = ''): OpenedText {
  const bytes = Buffer.from(sealed);
  const headLength = 2 + (bytes[1] ?? 0);
  if (bytes[0] !== FORMAT || bytes.length < headLength + IV_BYTES + TAG_BYTES) return { kind: 'refused', reason: 'altered' };
  const key = keyOf(ring, bytes.toString('utf8', 2, headLength));
  if (key === undefined) return { kind: 'refused', reason: 'unknown-key' };
  const tagAt = headLength + IV_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(headLength, tagAt))
      .setAAD(withOwner(bytes.subarray(0, headLength), owner))
      .setAuthTag(bytes.subarray(tagAt, bodyAt));
    const text = Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]).toString('utf8');
    return { kind: 'opened', text };
  } catch {
    return { kind: 'refused', reason: 'altered' };
  }
}

const withOwner = (head: Buffer, owner: string): Buffer => Buffer.concat([head, Buffer.from(owner, 'utf8')]);

function keyOf(ring: KeyRing, id: string): Uint8Array | undefined {
  return Object.hasOwn(ring.keys, id) ? ring.keys[id] : undefined;
}
