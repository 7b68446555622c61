import { describe, expect, it } from '@jest/globals';
import { planarToWgs84 } from './planar.js';

/** An invented plane: 0/0 far in the south-west, turned by nothing, metres; both points lie on one meridian 10 km apart. */
const NORTHWARD = [
  { x: 50_000, y: 20_000, longitude: 120.38, latitude: 36.1 },
  { x: 50_000, y: 29_986.5, longitude: 120.38, latitude: 36.19 },
] as const;

describe('the plane of a city', () => {
  const read = planarToWgs84(NORTHWARD);

  it('meets the points that are known', () => {
    expect(read('50000', '20000')).toEqual({ kind: 'point', longitude: 120.38, latitude: 36.1 });
    expect(read(50_000, 29_986.5)).toEqual({ kind: 'point', longitude: 120.38, latitude: 36.19 });
  });

  it('is good to ten metres between them and beside them', () => {
    const point = read(54_000, 24_000);
    // on the ellipsoid 4 km to the east are 0.04444° here, 4 km to the north 0.03605°
    expect(point).toMatchObject({ kind: 'point' });
    if (point.kind !== 'point') return;
    expect(Math.abs(point.longitude - 120.42444)).toBeLessThan(0.0001);
    expect(Math.abs(point.latitude - 36.13605)).toBeLessThan(0.0001);
  });

  it('may be turned against the north', () => {
    const turned = planarToWgs84([
      { x: 0, y: 0, longitude: 120.38, latitude: 36.1 },
      { x: 9986.5, y: 0, longitude: 120.38, latitude: 36.19 },
    ]);
    expect(turned(4993.25, 0.0001)).toMatchObject({ latitude: 36.145 });
  });

  it('knows no place for blanks and 0/0, and refuses what lies degrees away', () => {
    expect([read('', ''), read(0, 0), read(120.38, 36.1), read('x', 1)].map(({ kind }) => kind)).toEqual([
      'blank',
      'blank',
      'point',
      'unreadable',
    ]);
    expect(read(900_000, 20_000)).toEqual({ kind: 'unreadable' });
  });
});
