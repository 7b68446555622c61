import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { Defect } from '#domain/errors.js';
import type { KeyRing } from './key-ring.js';
import { laterKey } from './later-key.js';

export type { KeyRing } from './key-ring.js';

interface RefusedSeal {
  readonly kind: 'refused';
  readonly reason: 'unknown-key' | 'altered';
}

/** What comes of opening a seal. */
export type OpenedSeal = { readonly kind: 'opened'; readonly bytes: Buffer } | RefusedSeal;

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals bytes, or a text: format, length of the key id, key id | iv | tag | AES-256-GCM, the head authenticated as well, and the
 * owner, which is not in the seal: it opens for the same owner only.
 */
export function seal(clear: Uint8Array | string, ring: KeyRing, owner: string): Buffer {
  const key = keyOf(ring, ring.active);
  if (key === undefined) throw new Defect('DEFECT', `the key ring has no key "${ring.active}"`);
  const keyId = Buffer.from(ring.active, 'utf8');
  const head = Buffer.concat([Buffer.of(FORMAT, keyId.length), keyId]);
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(withOwner(head, owner));
  const body = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear);
  const rest = cipher.final();
  return Buffer.concat([head, iv, cipher.getAuthTag(), body, rest]);
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
export function open(sealed: Uint8Array, ring: KeyRing, owner: string): OpenedSeal {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
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
    return { kind: 'opened', bytes: Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]) };
  } catch {
    return { kind: 'refused', reason: 'altered' };
  }
}

/** The id of the key that a seal needs; undefined for what is no seal. */
export function keyIdOf(sealed: Uint8Array): string | undefined {
  const length = sealed[0] === FORMAT ? sealed[1] : undefined;
  return length === undefined ? undefined : Buffer.from(sealed.subarray(2, 2 + length)).toString('utf8');
}

const withOwner = (head: Buffer, owner: string): Buffer => Buffer.concat([head, Buffer.from(owner, 'utf8')]);

function keyOf(ring: KeyRing, id: string): Uint8Array | undefined {
  return Object.hasOwn(ring.keys, id) ? ring.keys[id] : laterKey(ring, id);
}
