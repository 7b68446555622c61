import { describe, expect, it } from '@jest/globals';
import { checkGrids } from './check-grids.js';
import { neighbouringGrids } from './neighbouring-grids.js';
import type { Grid, Ring } from './reference.js';

/** Corners in thousandths of a degree (about 90 and 111 metres) from one place of the city, closed. */
const ring = (...corners: (readonly [number, number])[]): Ring =>
  [...corners, corners[0]].map(([x, y]) => [120.34 + x / 1000, 36.08 + y / 1000]);
const grid = (code: string, outline: Ring, ...holes: Ring[]): Grid => ({
  code,
  name: '',
  street: '',
  community: '',
  ring: outline,
  ...(holes.length > 0 && { holes }),
});
const box = (west: number, south: number, east: number, north: number): Ring =>
  ring([west, south], [east, south], [east, north], [west, north]);

const found = (...grids: Grid[]) =>
  checkGrids(grids).map((problem) =>
    problem.kind === 'overlap' ? `${problem.other.code}+${problem.grid.code}` : `${problem.kind} ${problem.grid.code}`,
  );

describe('checkGrids', () => {
  it('finds nothing in grids that share corners, half an edge, or nothing', () => {
    expect(
      found(grid('a', box(0, 0, 6, 6)), grid('b', box(6, 0, 12, 3)), grid('c', box(6, 3, 12, 6)), grid('d', box(20, 0, 26, 6))),
    ).toEqual([]);
  });

  it.each([
    ['a bow', ring([0, 0], [6, 6], [6, 0], [0, 6])],
    ['a spike', ring([0, 0], [6, 0], [6, 9], [6, 6], [0, 6])],
    ['a waist of one corner', ring([0, 0], [3, 3], [6, 0], [6, 6], [3, 3], [0, 6])],
  ])('finds an outline that meets itself: %s', (_name, outline) => {
    expect(found(grid('a', outline))).toEqual(['self-crossing a']);
  });

  it('says after which corners the edges meet', () => {
    expect(checkGrids([grid('a', ring([0, 0], [6, 6], [6, 0], [0, 6]))])).toMatchObject([{ line: 0, corners: [0, 2] }]);
  });

  it('takes a corner given twice running as one', () => {
    expect(found(grid('a', ring([0, 0], [6, 0], [6, 0], [6, 6], [0, 6])))).toEqual([]);
  });

  it.each([
    ['crossing edges', box(5, 5, 11, 11)],
    ['the same ground', box(0, 0, 6, 6)],
    ['one inside the other', box(2, 2, 4, 4)],
    ['one across the other', box(2, -2, 4, 8)],
    ['one along a border of the other', box(0, 0, 6, 3)],
    ['corners on its edges only', ring([3, 0], [6, 3], [3, 6], [0, 3])],
  ])('finds two grids on the same ground: %s', (_name, outline) => {
    expect(found(grid('a', box(0, 0, 6, 6)), grid('b', outline))).toEqual(['a+b']);
    expect(found(grid('b', outline), grid('a', box(0, 0, 6, 6)))).toEqual(['b+a']);
  });

  it('lets a border be drawn a metre off, and not ten', () => {
    expect(found(grid('a', box(0, 0, 6, 6)), grid('b', box(5.992, 0, 12, 6)))).toEqual([]);
    expect(found(grid('a', box(0, 0, 6, 6)), grid('b', box(5.9, 0, 12, 6)))).toEqual(['a+b']);
  });

  it('lets a grid fill the hole of another, and finds a hole outside its outline', () => {
    const hole = box(2, 2, 4, 4);
    expect(found(grid('a', box(0, 0, 6, 6), hole), grid('b', hole))).toEqual([]);
    expect(found(grid('a', box(0, 0, 6, 6), hole), grid('b', box(2, 2, 5, 4)))).toEqual(['a+b']);
    expect(found(grid('a', box(0, 0, 6, 6), box(7, 7, 8, 8)))).toEqual(['stray-hole a']);
  });
});

describe('neighbouringGrids', () => {
  it('names those that share a stretch of border, not those that touch in a corner', () => {
    const grids = [
      grid('a', box(0, 0, 6, 6)),
      grid('b', box(6, 0, 12, 3)),
      grid('c', box(6, 3, 12, 6)),
      grid('d', box(12, 6, 18, 12)),
    ];
    expect([...neighbouringGrids(grids)]).toEqual([
      ['a', ['b', 'c']],
      ['b', ['a', 'c']],
      ['c', ['a', 'b']],
    ]);
  });

  it('sees the neighbour in a hole', () => {
    const hole = box(2, 2, 4, 4);
    expect(neighbouringGrids([grid('a', box(0, 0, 6, 6), hole), grid('b', hole)]).get('b')).toEqual(['a']);
  });
});
