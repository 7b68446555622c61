import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { Rarity } from '#domain/matching/rarity.js';
import type { Grid, Reference } from '#domain/reference/reference.js';

/** The city a hub works for: its reference data and the indexes made from it. A class, so that it can be injected by its name. */
export abstract class City {
  abstract readonly reference: Reference;
  /** Milliseconds an answered case waits for the citizen's word before it is closed. */
  abstract readonly revisitWaitMs: number;

  /** How the city matches: what its configuration says, with the rarity that was learned from its texts. */
  abstract readonly matching: MatchingPolicy;

  /** From now on grams weigh by this. */
  abstract weighBy(rarity: Rarity): void;

  /** The grid around a WGS-84 point. */
  abstract findGrid(longitude: number, latitude: number): Grid | undefined;
}
