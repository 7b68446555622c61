import gcoordModule from 'gcoord';

// the package's types promise a `default` that its CommonJS build does not have
const gcoord = gcoordModule as unknown as (typeof gcoordModule)['default'];

export const COORDINATE_SYSTEMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

/** A point in WGS-84 degrees, nothing, or numbers that are no point of the earth. */
export type ReadPoint =
  | { readonly kind: 'point'; readonly longitude: number; readonly latitude: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' };

/** Seven decimals are a centimetre; more would make two readings of one place differ. */
export const rounded = (value: number): number => Math.round(value * 1e7) / 1e7;

const degreesOf = (value: unknown): number | undefined => {
  if (value === null || value === undefined || value === '' || value === '-') return undefined;
  if (typeof value === 'string' && value.trim() === '') return undefined;
  return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
};

/** A platform's pair of degrees as WGS-84. Empty, missing and 0/0 mean that the place is not known. */
export function toWgs84(longitude: unknown, latitude: unknown, system: CoordinateSystem): ReadPoint {
  const x = degreesOf(longitude);
  const y = degreesOf(latitude);
  if (x === undefined || y === undefined || (x === 0 && y === 0)) return { kind: 'blank' };
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return { kind: 'unreadable' };
  // CGCS2000 and WGS-84 agree to a few centimetres
  if (system === 'WGS84' || system === 'CGCS2000') return { kind: 'point', longitude: rounded(x), latitude: rounded(y) };
  const from = system === 'GCJ02' ? gcoord.GCJ02 : gcoord.BD09;
  const [east, north] = gcoord.transform([x, y], from, gcoord.WGS84);
  return { kind: 'point', longitude: rounded(east), latitude: rounded(north) };
}
