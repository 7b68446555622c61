import type { TextProfile } from './match-subject.js';
import { GRAMS_KEPT } from './text-profile.js';

/** How much two texts share, 0 to 1 each, and how many grams of the shorter one that rests on. */
export interface TextOverlap {
  readonly whole: number;
  readonly title: number;
  readonly grams: number;
}

/** Weight of a gram in the overlap: the rarer in the city's texts, the heavier. */
export type Rarity = (gram: number) => number;

/** A profile's grams with their weights, and the sums of weights up to each place. */
interface WeighedText {
  readonly grams: Int32Array;
  readonly sums: Float64Array;
  readonly titleSum: number;
  /** Largest gram up to which the sample holds all grams of the text. */
  readonly limit: number;
}

const EQUAL: Rarity = () => 1;
const weighed = new WeakMap<Rarity, WeakMap<TextProfile, WeighedText>>();

/** Rarity-weighted cosine of two texts, over the range of hashes that both samples cover. Symmetric. */
export function textOverlap(a: TextProfile, b: TextProfile, rarity: Rarity = EQUAL): TextOverlap {
  const x = weigh(a, rarity);
  const y = weigh(b, rarity);
  const limit = Math.min(x.limit, y.limit);
  const shared = sharedWeight(x, y, limit);
  const [countX, countY] = [countUpTo(x.grams, limit), countUpTo(y.grams, limit)];
  return {
    whole: cosine(shared.whole, x.sums[countX], y.sums[countY]),
    title: cosine(shared.title, x.titleSum, y.titleSum),
    grams: Math.min(x.grams.length, y.grams.length),
  };
}

const cosine = (shared: number, a: number, b: number): number => (shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(a * b)));

function sharedWeight(x: WeighedText, y: WeighedText, limit: number): { whole: number; title: number } {
  let whole = 0;
  let title = 0;
  for (let i = 0, j = 0; i < x.grams.length && j < y.grams.length;) {
    const [p, q] = [x.grams[i], y.grams[j]];
    if (p >> 1 === q >> 1) {
      const weight = x.sums[i + 1] - x.sums[i];
      if (p >> 1 <= limit) whole += weight;
      if ((p & q & 1) === 1) title += weight;
    }
    if (p >> 1 <= q >> 1) i += 1;
    if (q >> 1 <= p >> 1) j += 1;
  }
  return { whole, title };
}

function countUpTo(grams: Int32Array, limit: number): number {
  let count = grams.length;
  while (count > 0 && grams[count - 1] >> 1 > limit) count -= 1;
  return count;
}

function weigh(text: TextProfile, rarity: Rarity): WeighedText {
  const known = weighed.get(rarity) ?? new WeakMap<TextProfile, WeighedText>();
  if (!weighed.has(rarity)) weighed.set(rarity, known);
  const ready = known.get(text);
  if (ready !== undefined) return ready;
  const grams = Int32Array.from(text.grams);
  const sums = new Float64Array(grams.length + 1);
  let titleSum = 0;
  for (let i = 0; i < grams.length; i += 1) {
    const weight = rarity(grams[i] & ~1);
    sums[i + 1] = sums[i] + weight;
    if ((grams[i] & 1) === 1) titleSum += weight;
  }
  const made = { grams, sums, titleSum, limit: limitOf(grams) };
  known.set(text, made);
  return made;
}

function limitOf(grams: Int32Array): number {
  return grams.length < GRAMS_KEPT ? Infinity : grams[GRAMS_KEPT - 1] >> 1;
}
