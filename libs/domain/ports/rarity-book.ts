import type { GramCounts } from '../matching/rarity.js';

/** What was learned last, by its version. */
export interface LearnedCounts {
  readonly version: number;
  readonly counts: GramCounts;
}

/** Keeps in how many of the city's own texts each gram stands. */
export abstract class RarityBook {
  /** What was learned after that version; 0: whatever there is. */
  abstract newerThan(version: number): Promise<LearnedCounts | undefined>;

  /** Texts that came after those it was learned from; counts no further than `most`. */
  abstract textsSince(most: number): Promise<number>;

  /** Counts the grams of the newest texts, at most so many. */
  abstract count(most: number): Promise<GramCounts>;

  /** Keeps counts as the newest version. */
  abstract keep(counts: GramCounts): Promise<void>;
}
