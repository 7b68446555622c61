import type { TimeLimit } from '#domain/deadline/time-limit.js';
import { gridIndex } from '#domain/reference/find-grid.js';
import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { Rarity } from '#domain/matching/rarity.js';
import type { Grid, Reference } from '#domain/reference/reference.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import type { LearnedRouter } from '#domain/routing/learned-router.js';
import { City } from './city.js';

/** The city as its configuration folder describes it. */
export class ConfiguredCity extends City {
  matching: MatchingPolicy;
  learnedRouter: LearnedRouter | undefined;
  private readonly grids: ReturnType<typeof gridIndex>;

  reference: Reference;

  /** `lookBackWaitSeconds`, from the closing, stands in for the days of the deadline policy where a city lives in seconds. */
  constructor(
    reference: Reference,
    readonly revisitWaitMs: number,
    lookBackWaitSeconds?: readonly number[],
  ) {
    super();
    this.reference = lookBackWaitSeconds === undefined ? reference : lookingBackAfter(reference, lookBackWaitSeconds);
    this.matching = reference.matching;
    this.grids = gridIndex(reference.grids.values());
  }

  weighBy(rarity: Rarity): void {
    this.matching = { ...this.matching, rarity };
  }

  routeBy(router: LearnedRouter): void {
    this.learnedRouter = router;
  }

  dispatchBy(duties: DutyList): void {
    this.reference = { ...this.reference, duties };
  }

  findGrid(longitude: number, latitude: number): Grid | undefined {
    return this.grids.find(longitude, latitude);
  }
}

const SECONDS_AN_HOUR = 3600;

function lookingBackAfter(reference: Reference, seconds: readonly number[]): Reference {
  const { deadlines } = reference;
  const after = seconds.map((wait): TimeLimit => ({ amount: wait / SECONDS_AN_HOUR, unit: 'urgent-hour' }));
  const stages = { ...deadlines.stages, lookBack: { ...deadlines.stages.lookBack, after } };
  return { ...reference, deadlines: { ...deadlines, stages } };
}
