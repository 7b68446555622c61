import type { SavedVotes } from './case-votes.js';
import type { SavedRow } from './online-weights.js';
import type { SavedRecord } from './running-record.js';
import type { SavedSelfKnowledge } from './self-knowledge.js';

/** Everything a router has learned, as plain JSON. A shape that cannot be read any more gets a new version. */
export interface SavedRouter {
  readonly version: 1;
  readonly cases: number;
  readonly newestDay: number;
  readonly units: readonly (readonly [string, number])[];
  readonly votes: SavedVotes;
  readonly trust: { readonly weights: readonly number[]; readonly moved: readonly number[] };
  readonly weights: readonly SavedRow[];
  readonly places: { readonly streets: readonly string[]; readonly quarters: readonly string[] };
  readonly self: SavedSelfKnowledge;
  readonly record: SavedRecord;
}
