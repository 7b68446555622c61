import { GramIndex } from './gram-index.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { namedPlaces, placeNumbers, type NamedPlaces, type PlaceNumber } from './named-places.js';
import { EVEN_RARITY, type Rarity } from './rarity.js';

/** A report that is compared with many others: what is the same each time is worked out once. */
export class ReportInHand {
  readonly rarity: Rarity;
  readonly places: NamedPlaces;
  private index?: GramIndex;
  private doors?: readonly PlaceNumber[];
  private total?: number;

  constructor(
    readonly subject: MatchSubject,
    readonly policy: MatchingPolicy,
  ) {
    this.rarity = policy.rarity ?? EVEN_RARITY;
    this.places = namedPlaces(subject.text);
  }

  /** Made when the first comparison comes to the words. */
  get grams(): GramIndex {
    return (this.index ??= new GramIndex(this.subject.text.grams));
  }

  /** Made when the first comparison comes to a place of one name. */
  get numbers(): readonly PlaceNumber[] {
    return (this.doors ??= placeNumbers(this.subject.text));
  }

  /** The most that the grams weigh which it shares with a text of so many; sums in another order may round to a little more. */
  mostShared(grams: number): number {
    return Math.min(this.weight, grams * this.rarity.most ** 2) * 1.001;
  }

  private get weight(): number {
    const { text } = this.subject;
    return (this.total ??= this.rarity.weigh(text).whole[text.grams.length]);
  }
}
