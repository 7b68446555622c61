import { distanceTo, edgesOf, type Edge, type Point } from './plane.js';

/** Corners nearer than this are one corner, in metres. */
const ONE_CORNER = 0.001;

/** Twice the area of a triangle, with a sign: on which side of a→b the point is. */
const side = ([a, b]: Edge, [x, y]: Point): number => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);

const crosses = (one: Edge, other: Edge): boolean =>
  side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0;

const touches = (one: Edge, other: Edge): boolean =>
  one.some((end) => distanceTo(other, end) < ONE_CORNER) || other.some((end) => distanceTo(one, end) < ONE_CORNER);

/** The numbers (from 0) of the first two edges of a closed line that meet where they must not; `undefined` where it is simple. */
export function crossingEdges(line: readonly Point[]): readonly [number, number] | undefined {
  const edges = edgesOf(line);
  for (const [first, one] of edges.entries()) {
    for (let second = first + 1; second < edges.length; second += 1) {
      const other = edges[second];
      if (!meetWrongly(one, other, first, second, edges.length)) continue;
      return [first, second];
    }
  }
  return undefined;
}

/** Neighbours in the line share one corner; they are wrong only when one runs back along the other. */
function meetWrongly(one: Edge, other: Edge, first: number, second: number, count: number): boolean {
  const isNext = second === first + 1;
  const isLast = first === 0 && second === count - 1;
  if (isNext && isLast) return true;
  if (isNext) return distanceTo(one, other[1]) < ONE_CORNER || distanceTo(other, one[0]) < ONE_CORNER;
  if (isLast) return distanceTo(one, other[0]) < ONE_CORNER || distanceTo(other, one[1]) < ONE_CORNER;
  return crosses(one, other) || touches(one, other);
}
