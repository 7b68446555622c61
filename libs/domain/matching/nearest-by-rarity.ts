import type { ReportId } from '../ids.js';

/** Newest reports looked at a key: a key more common than this says little, and the look-up stays bounded. */
export const NEWEST_PER_KEY = 12;
/** What a key that shows no more than its newest weighs: nobody knows how common it is, so it is taken to be very common. */
const FULL = 1 / 4;

/**
 * The reports each search should be compared with, at most `nearest`, and for each of them the positions of the searches. A
 * key says the more the surer it is, by its place among the search's keys, and the fewer reports carry it. Equal weights: the
 * newer report, by the order of its id.
 */
export function nearestByRarity(
  searches: readonly (readonly bigint[])[],
  found: ReadonlyMap<bigint, readonly ReportId[]>,
  nearest: number,
): Map<ReportId, number[]> {
  const wantedBy = new Map<ReportId, number[]>();
  searches.forEach((keys, position) => {
    for (const id of heaviest(keys, found, nearest)) {
      const positions = wantedBy.get(id);
      if (positions) positions.push(position);
      else wantedBy.set(id, [position]);
    }
  });
  return wantedBy;
}

/** The same for one search: the reports that share its rarest keys. */
export function heaviest(keys: readonly bigint[], found: ReadonlyMap<bigint, readonly ReportId[]>, nearest: number): ReportId[] {
  const weights = new Map<ReportId, number>();
  keys.forEach((key, at) => {
    const ids = found.get(key) ?? [];
    const part = (ids.length < NEWEST_PER_KEY ? 1 : FULL) / ((1 + at) * ids.length);
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + part);
  });
  const ranked = [...weights].sort(([a, one], [b, other]) => other - one || (a < b ? 1 : -1));
  return ranked.slice(0, nearest).map(([id]) => id);
}
