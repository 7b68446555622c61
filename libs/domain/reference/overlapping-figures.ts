import { distanceTo, edgesOf, type Edge, type Figure, type Point } from './plane.js';

/** Borders that were drawn by hand agree to a metre; less than that is no overlap. */
const SLACK_METRES = 1;

/** Whether a hole lies in the outline it is cut out of. */
export const isCutOut = (hole: readonly Point[], outline: readonly Point[]): boolean => {
  const edges = edgesOf(outline);
  return hole.every((corner) => isInside(edges, corner) || edges.some((edge) => distanceTo(edge, corner) <= SLACK_METRES));
};

/** Whether two figures claim the same ground, more than a strip of a metre along their border. */
export function overlap(a: Figure, b: Figure): boolean {
  return entersInto(a, b) || entersInto(b, a) || isWithin(b, someInnerPoint(a));
}

/** Whether a point lies in a figure, its holes left out. */
function isInside(edges: readonly Edge[], [x, y]: Point): boolean {
  let inside = false;
  for (const [[x1, y1], [x2, y2]] of edges)
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  return inside;
}

const isWithin = (figure: Figure, point: Point): boolean =>
  isInside(figure.edges, point) && figure.edges.every((edge) => distanceTo(edge, point) > SLACK_METRES);

/** Whether some stretch of a's border runs through b. */
function entersInto(a: Figure, b: Figure): boolean {
  const near = b.edges.filter((edge) => meetsBox(edge, a));
  return a.edges.some((edge) => {
    if (!meetsBox(edge, b)) return false;
    const cuts = [0, 1, ...near.flatMap((other) => cutsOf(edge, other))].sort((s, t) => s - t);
    return cuts.slice(1).some((to, index) => isWithin(b, at(edge, (cuts[index] + to) / 2)));
  });
}

const meetsBox = ([[x1, y1], [x2, y2]]: Edge, { west, east, south, north }: Figure): boolean =>
  Math.min(x1, x2) <= east && Math.max(x1, x2) >= west && Math.min(y1, y2) <= north && Math.max(y1, y2) >= south;

const at = ([[x1, y1], [x2, y2]]: Edge, share: number): Point => [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];

/** Shares of an edge at which the other one meets its line. */
function cutsOf([a, b]: Edge, [c, d]: Edge): number[] {
  const [dx, dy, ex, ey] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = dx * ey - dy * ex;
  const length = dx * dx + dy * dy;
  const shares = [c, d].map(([x, y]) => ((x - a[0]) * dx + (y - a[1]) * dy) / length);
  if (cross !== 0) shares.push(((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / cross);
  return shares.filter((share) => share > 0 && share < 1);
}

/** A point as far inside as a level line through the middle of the figure allows. */
function someInnerPoint({ lines, edges }: Figure): Point {
  const levels = [...new Set(lines.flat().map(([, y]) => y))].sort((s, t) => s - t);
  const middle = Math.max(1, Math.floor(levels.length / 2));
  const y = (levels[middle - 1] + levels[middle]) / 2;
  const crossings = edges
    .flatMap(([[x1, y1], [x2, y2]]) => (y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]))
    .sort((s, t) => s - t);
  const widths = crossings.map((x, index) => (index % 2 === 0 ? crossings[index + 1] - x : -1));
  const widest = widths.indexOf(Math.max(...widths));
  return [(crossings[widest] + crossings[widest + 1]) / 2, y];
}
