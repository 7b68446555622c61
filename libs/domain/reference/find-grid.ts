import type { Grid, Ring } from './reference.js';

/** Answers in which grid a point lies. */
export interface GridIndex {
  /** The grid around a WGS-84 point, exactly one even on a border; `undefined` outside all of them. */
  find(longitude: number, latitude: number): Grid | undefined;
}

type Point = readonly [number, number];
interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Side of a bucket in degrees, about a kilometre: a handful of grids each. */
const BUCKET_DEGREES = 0.01;
/** A tenth of a millimetre: who is nearer than that to a border is on it, whatever the rounding says. */
const BORDER_DEGREES = 1e-9;
const bucketOf = (degrees: number): number => Math.floor(degrees / BUCKET_DEGREES);
const keyOf = (column: number, row: number): string => `${column}:${row}`;

function boxOf(ring: Ring): Box {
  const longitudes = ring.map(([longitude]) => longitude);
  const latitudes = ring.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

const ringsOf = ({ ring, holes }: Grid): readonly Ring[] => (holes === undefined ? [ring] : [ring, ...holes]);

/** Edges are taken south to north whoever owns them, so that two grids with a common edge never both claim or refuse a point. */
function crosses(a: Point, b: Point, longitude: number, latitude: number): boolean {
  const [south, north] = a[1] <= b[1] ? [a, b] : [b, a];
  if (latitude < south[1] || latitude >= north[1]) return false;
  const share = (latitude - south[1]) / (north[1] - south[1]);
  return longitude < south[0] + share * (north[0] - south[0]);
}

function contains(grid: Grid, longitude: number, latitude: number): boolean {
  let inside = false;
  for (const ring of ringsOf(grid)) {
    for (let i = 1; i < ring.length; i += 1) {
      if (crosses(ring[i - 1], ring[i], longitude, latitude)) inside = !inside;
    }
  }
  return inside;
}

function isOnBorder(grid: Grid, longitude: number, latitude: number): boolean {
  return ringsOf(grid).some((ring) =>
    ring.slice(1).some(([x2, y2], index) => {
      const [x1, y1] = ring[index];
      const [dx, dy] = [x2 - x1, y2 - y1];
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((longitude - x1) * dx + (latitude - y1) * dy) / length));
      return Math.hypot(longitude - x1 - share * dx, latitude - y1 - share * dy) <= BORDER_DEGREES;
    }),
  );
}

/** Builds the index once a reference; a look-up then touches only the grids of one bucket. */
export function gridIndex(grids: Iterable<Grid>): GridIndex {
  const buckets = new Map<string, Grid[]>();
  // in the order of their codes, so that a border belongs to the same grid whatever the order of the file
  for (const grid of [...grids].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const box = boxOf(grid.ring);
    for (let column = bucketOf(box.west); column <= bucketOf(box.east); column += 1) {
      for (let row = bucketOf(box.south); row <= bucketOf(box.north); row += 1) {
        const key = keyOf(column, row);
        const bucket = buckets.get(key);
        if (bucket) bucket.push(grid);
        else buckets.set(key, [grid]);
      }
    }
  }
  return {
    find(longitude, latitude) {
      const bucket = buckets.get(keyOf(bucketOf(longitude), bucketOf(latitude)));
      return (
        bucket?.find((grid) => contains(grid, longitude, latitude)) ??
        bucket?.find((grid) => isOnBorder(grid, longitude, latitude))
      );
    },
  };
}
