import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { Rarity } from '#domain/matching/rarity.js';
import type { Grid, Reference } from '#domain/reference/reference.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import type { LearnedRouter } from '#domain/routing/learned-router.js';

/** The city a hub works for: its reference data and the indexes made from it. A class, so that it can be injected by its name. */
export abstract class City {
  abstract readonly reference: Reference;
  /** Milliseconds an answered case waits for the citizen's word before it is closed. */
  abstract readonly revisitWaitMs: number;

  /** How the city matches: what its configuration says, with the rarity that was learned from its texts. */
  abstract readonly matching: MatchingPolicy;

  /** From now on grams weigh by this. */
  abstract weighBy(rarity: Rarity): void;

  /** The router that learned from the city's confirmed cases; asked after the duty list. */
  abstract readonly learnedRouter: LearnedRouter | undefined;

  /** From now on this router is asked. */
  abstract routeBy(router: LearnedRouter): void;

  /** From now on cases go by this list. */
  abstract dispatchBy(duties: DutyList): void;

  /** The grid around a WGS-84 point. */
  abstract findGrid(longitude: number, latitude: number): Grid | undefined;
}
