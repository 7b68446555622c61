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

/** Grams from which a text is added up once rather than for each comparison: below, that is sooner done than remembered. */
const LONG = 96;

/** What the first grams of a text weigh, and those of them that stand in its title. */
export interface TextWeight {
  readonly whole: number;
  readonly title: number;
}

/** What a gram is worth, the rarer in the city's own texts the more: about 1 for the rarest, and the same for all until texts were counted. */
export class Rarity {
  private readonly known = new WeakMap<TextProfile, readonly TextWeight[]>();
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

  /** Adds up the first so many grams of a text, to the precision of a 32-bit float. */
  weigh(text: TextProfile, count: number): TextWeight {
    if (text.grams.length >= LONG) return this.prefixesOf(text)[count];
    let sum = NOTHING;
    for (let i = 0; i < count; i += 1) sum = this.add(sum, text.grams[i]);
    return sum;
  }

  private prefixesOf(text: TextProfile): readonly TextWeight[] {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const prefixes = [NOTHING];
    for (let i = 0; i < text.grams.length; i += 1) prefixes.push(this.add(prefixes[i], text.grams[i]));
    this.known.set(text, prefixes);
    return prefixes;
  }

  private add({ whole, title }: TextWeight, gram: number): TextWeight {
    const weight = this.weightOf(gram);
    return { whole: Math.fround(whole + weight), title: Math.fround(title + (gram & 1) * weight) };
  }
}

const NOTHING: TextWeight = { whole: 0, title: 0 };

/** Of a city that has counted no texts yet. */
export const EVEN_RARITY = new Rarity();
