import { Rarity } from '#domain/matching/rarity.js';
import type { TextProfile } from '#domain/matching/match-subject.js';
import type { RarityBook } from '#domain/ports/rarity-book.js';
import type { City } from './city.js';

/** Texts a city's rarity is learned from: the newest ones, since what people write about changes. */
const TEXTS = 20_000;
/** Learned anew when there are so many texts more, and a fifth more than it was learned from. */
const AT_LEAST = 1_000;
const SHARE = 0.2;

/** Which words are rare is learned from what the city's own people write. */
export class LearnRarity {
  private version = 0;
  private texts = 0;

  constructor(
    private readonly book: RarityBook,
    private readonly city: City,
  ) {}

  /** Takes over what any process has learned since; cheap when there is nothing new. */
  async refresh(): Promise<void> {
    const learned = await this.book.newerThan(this.version);
    if (learned === undefined) return;
    this.version = learned.version;
    this.texts = learned.counts.texts;
    this.city.weighBy(new Rarity(learned.counts));
  }

  /** Learns anew once enough has been written. */
  async learnWhenDue(): Promise<void> {
    await this.refresh();
    const enough = Math.max(AT_LEAST, Math.round(SHARE * Math.min(TEXTS, this.texts)));
    if ((await this.book.textsSince(enough)) < enough) return;
    await this.book.keep(await this.book.count(TEXTS));
    await this.refresh();
  }

  /** Learns from the stored texts and those that are about to come, so that the first of them is matched as well as the last. */
  async learnAhead(coming: AsyncIterable<TextProfile>): Promise<void> {
    const counts = await this.book.count(TEXTS);
    let taken = 0;
    for await (const text of coming) {
      counts.add(text);
      taken += 1;
      if (taken === TEXTS) break;
    }
    if (taken > 0) await this.book.keep(counts);
    await this.refresh();
  }
}
