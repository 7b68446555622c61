import { closePairs, drawOnPlane, type Edge, type Point } from './plane.js';
import type { Grid } from './reference.js';

/** Borders that were drawn by hand agree to a metre. */
const SLACK_METRES = 1;
/** Grids that touch in a corner only are no neighbours. */
const LEAST_BORDER_METRES = 2;

/** Codes of the grids with which each grid shares a stretch of border, sorted; a grid without neighbours is not named. */
export function neighbouringGrids(grids: readonly Grid[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string): void => void neighbours.set(one, [...(neighbours.get(one) ?? []), other].sort());
  for (const [a, b] of closePairs(drawOnPlane(grids), SLACK_METRES)) {
    const shared = a.edges.reduce((sum, edge) => b.edges.reduce((more, other) => more + sharedMetres(edge, other), sum), 0);
    if (shared < LEAST_BORDER_METRES) continue;
    join(a.grid.code, b.grid.code);
    join(b.grid.code, a.grid.code);
  }
  return neighbours;
}

/** How many metres of two stretches run along each other. */
function sharedMetres([a, b]: Edge, [c, d]: Edge): number {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length === 0) return 0;
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const along = ([x, y]: Point): number => (x - a[0]) * ux + (y - a[1]) * uy;
  const aside = ([x, y]: Point): number => (y - a[1]) * ux - (x - a[0]) * uy;
  const [from, to] = [along(c), along(d)];
  const [start, end] = [Math.max(0, Math.min(from, to)), Math.min(length, Math.max(from, to))];
  if (end <= start) return 0;
  const asideAt = (metres: number): number => aside(c) + ((metres - from) / (to - from)) * (aside(d) - aside(c));
  return Math.abs(asideAt(start)) <= SLACK_METRES && Math.abs(asideAt(end)) <= SLACK_METRES ? end - start : 0;
}
