import { describe, expect, it } from '@jest/globals';
import { toWgs84 } from './to-wgs84.js';

describe('toWgs84', () => {
  it('leaves WGS-84 and CGCS2000 as they are', () => {
    expect(toWgs84('120.385', 36.102, 'CGCS2000')).toEqual({ kind: 'point', longitude: 120.385, latitude: 36.102 });
  });

  it('takes the offset of a Chinese map off', () => {
    const read = toWgs84('120.390062', '36.102275', 'GCJ02');
    expect(read).toMatchObject({ kind: 'point' });
    expect(read.kind === 'point' && read.longitude).toBeCloseTo(120.385, 3);
    expect(read.kind === 'point' && read.latitude).toBeCloseTo(36.102, 3);
  });

  it.each([
    ['', ''],
    ['0', '0'],
    [0, 0],
    [null, 36.1],
    ['-', '-'],
  ])('takes %j and %j for no place', (x, y) => {
    expect(toWgs84(x, y, 'BD09')).toEqual({ kind: 'blank' });
  });

  it.each([
    [120, 200],
    [36.1, 120.4],
    ['somewhere', 36.1],
    [Number.NaN, 1],
    [{}, 1],
  ])('calls %j and %j no point of the earth', (x, y) => {
    expect(toWgs84(x, y, 'GCJ02')).toEqual({ kind: 'unreadable' });
  });
});
