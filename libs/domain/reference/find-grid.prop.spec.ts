import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gridIndex } from './find-grid.js';
import type { Grid } from './reference.js';

type Point = readonly [number, number];
const COLUMNS = 4;
const ROWS = 3;
const SIDE = 0.006;

/** A patchwork of four-cornered grids whose inner corners are moved by up to a fifth of a side. */
const patchworks = fc
  .array(fc.tuple(fc.double({ min: -0.2, max: 0.2, noNaN: true }), fc.double({ min: -0.2, max: 0.2, noNaN: true })), {
    minLength: (COLUMNS + 1) * (ROWS + 1),
    maxLength: (COLUMNS + 1) * (ROWS + 1),
  })
  .map((moves) => {
    const corner = (column: number, row: number): Point => {
      const [dx, dy] = moves[row * (COLUMNS + 1) + column];
      const outerX = column === 0 || column === COLUMNS;
      const outerY = row === 0 || row === ROWS;
      return [120.34 + (column + (outerX ? 0 : dx)) * SIDE, 36.08 + (row + (outerY ? 0 : dy)) * SIDE];
    };
    const grids: Grid[] = [];
    for (let row = 0; row < ROWS; row += 1) {
      for (let column = 0; column < COLUMNS; column += 1) {
        const ring = [
          corner(column, row),
          corner(column + 1, row),
          corner(column + 1, row + 1),
          corner(column, row + 1),
          corner(column, row),
        ];
        grids.push({ code: `${column}-${row}`, name: '', street: '', community: '', ring });
      }
    }
    return grids;
  });

const share = fc.double({ min: 0, max: 1, noNaN: true });
const inner = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('the grid index as a law', () => {
  it('puts every point of the patchwork into a grid, the same whatever their order', () => {
    fc.assert(
      fc.property(patchworks, share, share, (grids, x, y) => {
        const longitude = 120.34 + x * COLUMNS * SIDE;
        const latitude = 36.08 + y * ROWS * SIDE;
        const owner = gridIndex(grids).find(longitude, latitude);
        expect(owner).toBeDefined();
        expect(gridIndex([...grids].reverse()).find(longitude, latitude)).toBe(owner);
      }),
    );
  });

  it('puts a point of a border into one of the grids that have it, the same whatever their order', () => {
    fc.assert(
      fc.property(patchworks, fc.nat(COLUMNS * ROWS - 1), fc.nat(3), share, (grids, which, edge, along) => {
        const [[x1, y1], [x2, y2]] = [grids[which].ring[edge], grids[which].ring[edge + 1]];
        const [longitude, latitude] = [x1 + along * (x2 - x1), y1 + along * (y2 - y1)];
        const owner = gridIndex(grids).find(longitude, latitude);
        expect(owner).toBeDefined();
        expect(gridIndex([owner as Grid]).find(longitude, latitude)).toBe(owner);
        expect(gridIndex([...grids].reverse()).find(longitude, latitude)).toBe(owner);
      }),
    );
  });

  it('leaves a hole to the grid that fills it', () => {
    fc.assert(
      fc.property(patchworks, inner, inner, (grids, x, y) => {
        const [outer] = grids;
        const middle = (axis: 0 | 1): number => outer.ring.slice(0, 4).reduce((sum, corner) => sum + corner[axis], 0) / 4;
        const [east, north] = [middle(0), middle(1)];
        const hole = [
          [east, north],
          [east + 0.001, north],
          [east + 0.001, north + 0.001],
          [east, north + 0.001],
          [east, north],
        ] as const;
        const island: Grid = { ...outer, code: 'island', ring: hole };
        const index = gridIndex([{ ...outer, holes: [hole] }, island]);
        expect(index.find(east + x * 0.001, north + y * 0.001)).toBe(island);
        expect(index.find(east - 0.0001, north)).not.toBe(island);
      }),
    );
  });

  it('finds a grid by the middle of its corners and nothing outside all of them', () => {
    fc.assert(
      fc.property(patchworks, fc.nat(COLUMNS * ROWS - 1), (grids, which) => {
        const corners = grids[which].ring.slice(0, 4);
        const longitude = corners.reduce((sum, corner) => sum + corner[0], 0) / 4;
        const latitude = corners.reduce((sum, corner) => sum + corner[1], 0) / 4;
        const index = gridIndex(grids);
        expect(index.find(longitude, latitude)).toBe(grids[which]);
        expect(index.find(120.33, latitude)).toBeUndefined();
        expect(index.find(longitude, 36.2)).toBeUndefined();
      }),
    );
  });
});
