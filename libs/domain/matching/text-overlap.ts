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

/** Weights added up: of grams within the compared range, and of those of the title. */
interface Sums {
  readonly whole: number;
  readonly title: number;
}

/** As large as any gram without its lowest bit. */
const NO_LIMIT = 0x3fffffff;

/**
 * Rarity-weighted cosine of two texts, over the range of hashes that both samples cover: one merge of two sorted arrays.
 * Symmetric.
 */
export function textOverlap(a: TextProfile, b: TextProfile, rarity?: Rarity): TextOverlap {
  const limit = Math.min(limitOf(a.grams), limitOf(b.grams));
  const shared = sumOfShared(a.grams, b.grams, limit, rarity);
  const mine = sumOfAll(a.grams, limit, rarity);
  const theirs = sumOfAll(b.grams, limit, rarity);
  return {
    whole: cosine(shared.whole, mine.whole, theirs.whole),
    title: cosine(shared.title, mine.title, theirs.title),
    grams: Math.min(a.grams.length, b.grams.length),
  };
}

const cosine = (shared: number, a: number, b: number): number => (shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(a * b)));

/** Largest gram up to which the sample holds all grams of its text. */
const limitOf = (grams: ArrayLike<number>): number => (grams.length < GRAMS_KEPT ? NO_LIMIT : grams[GRAMS_KEPT - 1] >> 1);

/** Which of two hashes is smaller is a toss that no processor predicts, so the step is 0 or 1 from a sign, not a branch. */
function sumOfShared(x: ArrayLike<number>, y: ArrayLike<number>, limit: number, rarity: Rarity | undefined): Sums {
  let whole = 0;
  let title = 0;
  let i = 0;
  let j = 0;
  while (i < x.length && j < y.length) {
    const p = x[i] >> 1;
    const q = y[j] >> 1;
    const stepX = 1 - ((q - p) >>> 31);
    const stepY = 1 - ((p - q) >>> 31);
    if ((stepX & stepY) === 1) {
      const weight = rarity === undefined ? 1 : rarity(p << 1);
      if (p <= limit) whole += weight;
      if ((x[i] & y[j] & 1) === 1) title += weight;
    }
    i += stepX;
    j += stepY;
  }
  return { whole, title };
}

function sumOfAll(grams: ArrayLike<number>, limit: number, rarity: Rarity | undefined): Sums {
  let whole = 0;
  let title = 0;
  for (let i = 0; i < grams.length; i += 1) {
    const weight = rarity === undefined ? 1 : rarity(grams[i] & ~1);
    if (grams[i] >> 1 <= limit) whole += weight;
    title += (grams[i] & 1) * weight;
  }
  return { whole, title };
}
