import type { TextProfile } from './match-subject.js';
import type { Rarity, WeighedText } from './rarity.js';
import { GRAMS_KEPT } from './text-profile.js';

/** What two texts share. */
export interface TextOverlap {
  /** Rarity-weighted cosine, 0 to 1. */
  readonly whole: number;
  /** Of what each title says, the part that the other report says too, 0 to 1; the mean of both. */
  readonly title: number;
  /** Weight of all that is shared: about 1 a rare gram. */
  readonly weight: number;
  /** Grams of the shorter text, on which all this rests. */
  readonly grams: number;
}

/** As large as any gram without its lowest bit. */
const NO_LIMIT = 0x3fffffff;

/** Compares two texts over the range of hashes that both samples cover: one merge of two sorted arrays. Symmetric. */
export function textOverlap(a: TextProfile, b: TextProfile, rarity: Rarity): TextOverlap {
  const [x, y] = [rarity.weigh(a), rarity.weigh(b)];
  const limit = Math.min(limitOf(x.grams), limitOf(y.grams));
  const [m, n] = [countUpTo(limit, x.grams), countUpTo(limit, y.grams)];
  const shared = sumShared(x, y, [m, n], rarity);
  return {
    whole: shared.whole === 0 ? 0 : Math.min(1, shared.whole / Math.sqrt(x.whole[m] * y.whole[n])),
    title: meanOf(shared.myTitle, x.title[m], shared.theirTitle, y.title[n]),
    weight: shared.whole,
    grams: Math.min(a.grams.length, b.grams.length),
  };
}

/** A report without a title leaves the word to the other's. */
function meanOf(mine: number, ofMine: number, theirs: number, ofTheirs: number): number {
  if (ofMine === 0 && ofTheirs === 0) return 0;
  if (ofMine === 0) return Math.min(1, theirs / ofTheirs);
  if (ofTheirs === 0) return Math.min(1, mine / ofMine);
  return Math.min(1, (mine / ofMine + theirs / ofTheirs) / 2);
}

/** Largest gram up to which the sample holds all grams of its text. */
const limitOf = (grams: ArrayLike<number>): number => (grams.length < GRAMS_KEPT ? NO_LIMIT : grams[GRAMS_KEPT - 1] >> 1);

/** How many of the sorted grams lie within the limit. */
function countUpTo(limit: number, grams: ArrayLike<number>): number {
  let end = grams.length;
  if (limit === NO_LIMIT) return end;
  let start = 0;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (grams[middle] >> 1 <= limit) start = middle + 1;
    else end = middle;
  }
  return start;
}

interface SharedSums {
  readonly whole: number;
  readonly myTitle: number;
  readonly theirTitle: number;
}

/** Which of two hashes is smaller is a toss that no processor predicts, so the step is 0 or 1 from a sign, not a branch. */
function sumShared({ grams: x }: WeighedText, { grams: y }: WeighedText, [m, n]: readonly number[], rarity: Rarity): SharedSums {
  let whole = 0;
  let myTitle = 0;
  let theirTitle = 0;
  let i = 0;
  let j = 0;
  while (i < m && j < n) {
    const p = x[i] >> 1;
    const q = y[j] >> 1;
    const stepX = 1 - ((q - p) >>> 31);
    const stepY = 1 - ((p - q) >>> 31);
    if ((stepX & stepY) === 1) {
      const weight = rarity.weightOf(x[i]);
      whole += weight;
      myTitle += (x[i] & 1) * weight;
      theirTitle += (y[j] & 1) * weight;
    }
    i += stepX;
    j += stepY;
  }
  return { whole, myTitle, theirTitle };
}
