import gcoordModule from 'gcoord';
import type { CityRecord } from '../world/city-record.js';

// the package's types promise a `default` that its CommonJS build does not have
const gcoord = gcoordModule as unknown as (typeof gcoordModule)['default'];

/** Where a record lies in a platform's coordinate system, as [longitude, latitude] in degrees. */
export function pointOf(record: CityRecord, system: 'WGS84' | 'GCJ02' | 'BD09'): readonly [number, number] | undefined {
  const { longitude, latitude } = record.place;
  if (longitude === undefined || latitude === undefined) return undefined;
  if (system === 'WGS84') return [longitude, latitude];
  const [x, y] = gcoord.transform([longitude, latitude], gcoord.WGS84, system === 'GCJ02' ? gcoord.GCJ02 : gcoord.BD09);
  return [x, y];
}

/** Degrees as platforms print them. */
export const degrees = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(6));
