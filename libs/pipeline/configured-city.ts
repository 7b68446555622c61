import { gridIndex } from '#domain/reference/find-grid.js';
import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { Rarity } from '#domain/matching/rarity.js';
import type { Grid, Reference } from '#domain/reference/reference.js';
import type { LearnedRouter } from '#domain/routing/learned-router.js';
import { City } from './city.js';

/** The city as its configuration folder describes it. */
export class ConfiguredCity extends City {
  matching: MatchingPolicy;
  learnedRouter: LearnedRouter | undefined;
  private readonly grids: ReturnType<typeof gridIndex>;

  constructor(
    readonly reference: Reference,
    readonly revisitWaitMs: number,
  ) {
    super();
    this.matching = reference.matching;
    this.grids = gridIndex(reference.grids.values());
  }

  weighBy(rarity: Rarity): void {
    this.matching = { ...this.matching, rarity };
  }

  routeBy(router: LearnedRouter): void {
    this.learnedRouter = router;
  }

  findGrid(longitude: number, latitude: number): Grid | undefined {
    return this.grids.find(longitude, latitude);
  }
}
