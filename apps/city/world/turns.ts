import { Random } from './random.js';

/** What sets a matter apart from the others, and one matter in how many it is. */
const ONE_IN = {
  /** Its platform wants it within seconds: nobody can be in time. */
  hurried: 40,
  /** The department needs more time. */
  extension: 21,
  /** The department cannot go on for a while. */
  suspension: 26,
  /** Whoever answers the citizen can settle it at the desk. */
  onTheSpot: 38,
  /** The street calls departments to the spot. */
  whistle: 24,
  /** People sit together over it. */
  meeting: 30,
  /** The district's leaders want to know how it goes. */
  watched: 45,
  /** A red partner does the work. */
  claim: 60,
  /** Nothing can be done. */
  hopeless: 200,
  /** It comes up again after it was closed. */
  again: 55,
} as const;
export type Turn = keyof typeof ONE_IN;

/** A matter's number in the seed's story, without what sets this run apart; `M12-7-again` is of the story of 7. */
export const storyOf = (matterId: string): string => matterId.split('-')[1] ?? matterId;

/**
 * Whether a matter takes a turn: of each run of so many numbers the seed picks one. So the share is the same for the same
 * seed, and no city is without, however small the share.
 */
export function takesTurn(seed: number, turn: Turn, matterId: string | undefined): boolean {
  const every = ONE_IN[turn];
  const number = Number(storyOf(matterId ?? ''));
  if (matterId === undefined || !Number.isInteger(number)) return false;
  return number % every === Random.of(seed, turn, Math.floor(number / every)).int(0, every - 1);
}
