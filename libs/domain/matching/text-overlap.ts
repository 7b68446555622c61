import type { TextProfile } from './match-subject.js';
import type { ReportInHand } from './report-in-hand.js';
import { GRAMS_KEPT } from './text-profile.js';

/** The grams that two texts share, over the range of hashes that both samples cover. */
export interface SharedGrams {
  /** Weight of all that is shared: about 1 a rare gram. */
  readonly weight: number;
  /** Weight of what stands in the one's title, and in the other's. */
  readonly inTitle: number;
  readonly inOther: number;
  /** Grams of each text within the range. */
  readonly compared: number;
  readonly comparedOther: number;
}

/** How much of two texts they share. */
interface TextOverlap {
  /** Rarity-weighted cosine, 0 to 1. */
  readonly whole: number;
  /** Of what each title says, the part that the other report says too, 0 to 1; the mean of both. */
  readonly title: number;
}

/** As large as any gram without its lowest bit. */
const NO_LIMIT = 0x3fffffff;

/** Looks up each gram of the other text: cheaper than a merge, whose every step waits for the one before. */
export function sharedGrams(report: ReportInHand, other: TextProfile): SharedGrams {
  const mine = report.grams;
  const { grams } = other;
  const limit = Math.min(limitOf(mine.grams), limitOf(grams));
  const comparedOther = countUpTo(limit, grams);
  let weight = 0;
  let inTitle = 0;
  let inOther = 0;
  for (let at = 0; at < comparedOther; at += 1) {
    const gram = grams[at];
    const found = mine.find(gram);
    if (found < 0) continue;
    const each = report.rarity.weightOf(gram);
    weight += each;
    inTitle += (mine.grams[found] & 1) * each;
    inOther += (gram & 1) * each;
  }
  return { weight, inTitle, inOther, compared: countUpTo(limit, mine.grams), comparedOther };
}

/** The most that the whole overlap can be: as if the other text said nothing but what is shared. */
export const mostOverlap = (report: ReportInHand, { weight, compared }: SharedGrams): number =>
  weight === 0 ? 0 : Math.sqrt(Math.min(1, weight / report.rarity.weigh(report.subject.text).whole[compared]));

/** Sets what is shared against what each text says. Symmetric. */
export function textOverlap(report: ReportInHand, other: TextProfile, shared: SharedGrams): TextOverlap {
  if (shared.weight === 0) return NO_OVERLAP;
  const [x, y] = [report.rarity.weigh(report.subject.text), report.rarity.weigh(other)];
  const [m, n] = [shared.compared, shared.comparedOther];
  return {
    whole: Math.min(1, shared.weight / Math.sqrt(x.whole[m] * y.whole[n])),
    title: meanOf(shared.inTitle, x.title[m], shared.inOther, y.title[n]),
  };
}
const NO_OVERLAP: TextOverlap = { whole: 0, title: 0 };

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
