import { readFileSync } from 'node:fs';
import { parseKeyFile } from './key-file.js';
import type { KeyRing } from './key-ring.js';

const later = new WeakMap<KeyRing, Readonly<Record<string, Uint8Array>>>();
const KEY_ID = /^k[0-9a-f]{8}$/;

/** A key that another process added after this one had read the file; the file is read again once for each such key. */
export function laterKey(ring: KeyRing, id: string): Uint8Array | undefined {
  const known = later.get(ring) ?? {};
  if (Object.hasOwn(known, id)) return known[id];
  if (ring.file === undefined || !KEY_ID.test(id)) return undefined;
  const { keys } = parseKeyFile(readFileSync(ring.file, 'utf8'), ring.file).ring;
  later.set(ring, keys);
  return Object.hasOwn(keys, id) ? keys[id] : undefined;
}
