import type { ReportId } from '../ids.js';

/**
 * The reports each search should be compared with, at most `nearest`, and for each of them the positions of the searches. A
 * key says the more the fewer reports carry it: a report weighs one part in n for every key that found n. Equal weights: the
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
  for (const key of keys) {
    const ids = found.get(key) ?? [];
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + 1 / ids.length);
  }
  const ranked = [...weights].sort(([a, one], [b, other]) => other - one || (a < b ? 1 : -1));
  return ranked.slice(0, nearest).map(([id]) => id);
}
