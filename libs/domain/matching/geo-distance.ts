import type { Place } from '../report/report.js';

const METRES_PER_DEGREE = 111_320;

/** Metres between two places, flat-earth at city scale; `undefined` when one has no coordinates. */
export function metresBetween(a: Place, b: Place): number | undefined {
  if (a.longitude === undefined || a.latitude === undefined || b.longitude === undefined || b.latitude === undefined)
    return undefined;
  const north = (a.latitude - b.latitude) * METRES_PER_DEGREE;
  const east = (a.longitude - b.longitude) * METRES_PER_DEGREE * Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return Math.sqrt(north * north + east * east);
}
