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

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the grid index as a law', () => {
  it('puts every point of the patchwork into exactly one grid', () => {
    fc.assert(
      fc.property(patchworks, share, share, (grids, x, y) => {
        const longitude = 120.34 + x * COLUMNS * SIDE;
        const latitude = 36.08 + y * ROWS * SIDE;
        fc.pre(longitude < 120.34 + COLUMNS * SIDE && latitude < 36.08 + ROWS * SIDE);
        const owners = grids.filter((grid) => gridIndex([grid]).find(longitude, latitude) !== undefined);
        expect(owners).toHaveLength(1);
        expect(gridIndex(grids).find(longitude, latitude)).toBe(owners[0]);
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
