import { describe, expect, it } from '@jest/globals';
import { gridIndex } from './find-grid.js';
import type { Grid, Ring } from './reference.js';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const grid = (code: string, ring: Ring, ...holes: Ring[]): Grid => ({ code, name: '', street: '', community: '', ring, holes });

describe('gridIndex', () => {
  const lake = box(120.342, 36.082, 120.344, 36.084);
  const index = gridIndex([
    grid('b', box(120.346, 36.08, 120.352, 36.083)),
    grid('c', box(120.346, 36.083, 120.352, 36.086)),
    grid('a', box(120.34, 36.08, 120.346, 36.086), lake),
  ]);

  it.each([
    ['inside', 120.341, 36.081, 'a'],
    ['in a hole', 120.343, 36.083, undefined],
    ['on the border of two', 120.346, 36.081, 'b'],
    ['where three meet', 120.346, 36.083, 'c'],
    ['on the outer border, north', 120.349, 36.086, 'c'],
    ['on the outer border, west', 120.34, 36.083, 'a'],
    ['on the outermost corner', 120.352, 36.086, 'c'],
    ['on the border of the hole', 120.344, 36.083, 'a'],
    ['outside', 120.3521, 36.083, undefined],
  ])('finds the one grid of a point %s', (_name, longitude, latitude, code) => {
    expect(index.find(longitude, latitude)?.code).toBe(code);
  });
});
