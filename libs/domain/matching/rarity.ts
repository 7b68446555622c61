import type { TextProfile } from './match-subject.js';

/** Grams fold into this many buckets; those of a city's ten thousand texts seldom meet in one. */
const BUCKETS = 1 << 18;
/** Texts that a city is taken to have seen before its first, each gram in four of them: few texts say little of what is rare. */
const TEXTS_BEFORE = 1_000;
const SEEN_BEFORE = 4;
/** Where a gram of one text in some thousands stands: weights of the usual rare gram are about 1. */
const USUAL = Math.log(1 + 4_000);

const rarityOf = (count: number, texts: number, before: number): number => Math.log(1 + texts / (count + before)) / USUAL;
const bucketOf = (gram: number): number => (gram >> 1) & (BUCKETS - 1);

/** In how many texts the grams of each bucket were seen. */
export class GramCounts {
  constructor(
    public texts = 0,
    readonly counts: Uint32Array = new Uint32Array(BUCKETS),
  ) {}

  /** Counts one text; grams are distinct, two of them that share a bucket count once. */
  add({ grams }: TextProfile): void {
    this.texts += 1;
    for (let i = 0; i < grams.length; i += 1) this.counts[bucketOf(grams[i])] += 1;
  }

  addAll(other: GramCounts): void {
    this.texts += other.texts;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) this.counts[bucket] += other.counts[bucket];
  }
}

/** The weights of a text's grams added up: `whole[i]` is the weight of the first `i` grams, `title[i]` that of its title. */
interface WeighedText {
  readonly whole: readonly number[];
  readonly title: readonly number[];
}

/** What a gram is worth, the rarer in the city's own texts the more: about 1 for the rarest, and the same for all until texts were counted. */
export class Rarity {
  private readonly known = new WeakMap<TextProfile, WeighedText>();
  private readonly rarities: Float32Array;
  /** Of the rarest gram, one that no text had. */
  readonly most: number;

  constructor(counts: GramCounts = new GramCounts()) {
    const texts = counts.texts + TEXTS_BEFORE;
    const before = (SEEN_BEFORE * TEXTS_BEFORE) / texts;
    this.rarities = Float32Array.from(counts.counts, (count) => rarityOf(count, texts, before));
    this.most = Math.fround(rarityOf(0, texts, before));
  }

  /** From 0, in every text, to about 1. */
  of(gram: number): number {
    return this.rarities[bucketOf(gram)];
  }

  /** What a gram weighs in a comparison: twice as rare is four times as heavy. */
  weightOf(gram: number): number {
    return this.of(gram) ** 2;
  }

  /** Adds up a text once, however often it is compared, to the precision of a 32-bit float. */
  weigh(text: TextProfile): WeighedText {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const { grams } = text;
    const whole = new Array<number>(grams.length + 1).fill(0);
    const title = new Array<number>(grams.length + 1).fill(0);
    for (let i = 0; i < grams.length; i += 1) {
      const weight = this.weightOf(grams[i]);
      whole[i + 1] = Math.fround(whole[i] + weight);
      title[i + 1] = Math.fround(title[i] + (grams[i] & 1) * weight);
    }
    const weighed = { whole, title };
    this.known.set(text, weighed);
    return weighed;
  }
}

/** Of a city that has counted no texts yet. */
export const EVEN_RARITY = new Rarity();
