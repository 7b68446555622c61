import type { Grid, Ring } from './reference.js';

/** Metres east and north of a city's origin. */
export type Point = readonly [number, number];

/** A straight stretch between two points. */
export type Edge = readonly [Point, Point];

/** A grid drawn on a plane: outline and holes as closed lines, and the box around them. */
export interface Figure {
  readonly grid: Grid;
  readonly lines: readonly (readonly Point[])[];
  readonly edges: readonly Edge[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const METRES_A_DEGREE = 111_320;

/** Draws grids on one plane, exact to a centimetre within a city; a corner given twice running is drawn once. */
export function drawOnPlane(grids: readonly Grid[]): readonly Figure[] {
  const [longitude, latitude] = grids[0]?.ring[0] ?? [0, 0];
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const draw = (ring: Ring): readonly Point[] =>
    ring
      .map(([x, y]): Point => [(x - longitude) * METRES_A_DEGREE * shrink, (y - latitude) * METRES_A_DEGREE])
      .filter((point, index, all) => index === 0 || point[0] !== all[index - 1][0] || point[1] !== all[index - 1][1]);
  return grids.map((grid) => {
    const lines = [grid.ring, ...(grid.holes ?? [])].map(draw);
    const [xs, ys] = [lines.flat().map(([x]) => x), lines.flat().map(([, y]) => y)];
    return { grid, lines, edges: lines.flatMap(edgesOf), west: least(xs), east: most(xs), south: least(ys), north: most(ys) };
  });
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** Each two figures whose boxes come within `margin` metres of each other, once. */
export function* closePairs(figures: readonly Figure[], margin: number): Generator<readonly [Figure, Figure]> {
  const fromWest = [...figures].sort((a, b) => a.west - b.west);
  for (const [index, a] of fromWest.entries()) {
    for (let next = index + 1; next < fromWest.length && fromWest[next].west <= a.east + margin; next += 1) {
      const b = fromWest[next];
      if (b.south <= a.north + margin && b.north >= a.south - margin) yield [a, b];
    }
  }
}

/** The edges of a line, in its order. */
export const edgesOf = (line: readonly Point[]): readonly Edge[] => line.slice(1).map((end, index): Edge => [line[index], end]);

/** How far a point is from a stretch, in metres. */
export function distanceTo([a, b]: Edge, [x, y]: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy);
}
