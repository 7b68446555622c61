import { crossingEdges } from './crossing-line.js';
import { isCutOut, overlap } from './overlapping-figures.js';
import { closePairs, drawOnPlane } from './plane.js';
import type { Grid } from './reference.js';

/** What is wrong with the map of a city. */
export type GridProblem =
  /** `line` is 0 for the outline, 1 and on for the holes; the corners are those before the two edges, from 0. */
  | { readonly kind: 'self-crossing'; readonly grid: Grid; readonly line: number; readonly corners: readonly [number, number] }
  /** `line` is the hole's number, from 1. */
  | { readonly kind: 'stray-hole'; readonly grid: Grid; readonly line: number }
  | { readonly kind: 'overlap'; readonly grid: Grid; readonly other: Grid };

/** Finds lines that cross themselves, holes outside their outline, and grids that claim the same ground. Those with a fault of their own are not compared. */
export function checkGrids(grids: readonly Grid[]): GridProblem[] {
  const figures = drawOnPlane(grids);
  const faults = figures.flatMap(({ grid, lines }) =>
    lines.flatMap((corners, line): GridProblem[] => {
      const edges = crossingEdges(corners);
      if (edges) return [{ kind: 'self-crossing', grid, line, corners: edges }];
      return line > 0 && !isCutOut(corners, lines[0]) ? [{ kind: 'stray-hole', grid, line }] : [];
    }),
  );
  const faulty = new Set(faults.map(({ grid }) => grid));
  const simple = figures.filter(({ grid }) => !faulty.has(grid));
  const order = new Map(grids.map((grid, index) => [grid, index]));
  const overlaps = [...closePairs(simple, 0)].flatMap(([a, b]): GridProblem[] => {
    if (!overlap(a, b)) return [];
    const [other, grid] = (order.get(a.grid) ?? 0) < (order.get(b.grid) ?? 0) ? [a.grid, b.grid] : [b.grid, a.grid];
    return [{ kind: 'overlap', grid, other }];
  });
  return [...faults, ...overlaps.sort((a, b) => (order.get(a.grid) ?? 0) - (order.get(b.grid) ?? 0))];
}
