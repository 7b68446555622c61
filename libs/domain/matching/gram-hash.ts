/**
 * Character n-grams as 32-bit hashes: FNV-1a (Fowler, Noll, Vo) over the UTF-16 bytes, finished with murmur3's `fmix32`
 * (Appleby) so that the order of the hashes says nothing about the characters. Signed, as PostgreSQL's `int4` stores them.
 */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function step(hash: number, unit: number): number {
  const low = Math.imul(hash ^ (unit & 0xff), FNV_PRIME);
  return Math.imul(low ^ (unit >>> 8), FNV_PRIME);
}

/** murmur3's finaliser: every input bit moves every output bit. */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a of a whole string from a seed; two seeds make one 64-bit key. */
export function hashText(text: string, seed = FNV_OFFSET): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = step(h, text.charCodeAt(i));
  return mix(h);
}

/** Hands every 2- and 3-gram of a run of characters to `take`. */
export function eachGram(text: string, from: number, to: number, take: (hash: number) => void): void {
  for (let i = from; i + 1 < to; i += 1) {
    const two = step(step(FNV_OFFSET, text.charCodeAt(i)), text.charCodeAt(i + 1));
    take(mix(two));
    if (i + 2 < to) take(mix(step(two, text.charCodeAt(i + 2))));
  }
}
