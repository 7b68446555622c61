import { rounded } from '../to-wgs84.js';
import type { ReadPoint } from '../to-wgs84.js';

/** A place whose planar and geographic coordinates are both known, WGS-84 degrees. */
export interface KnownPoint {
  readonly x: number;
  readonly y: number;
  readonly longitude: number;
  readonly latitude: number;
}

/** First eccentricity of the WGS-84 ellipsoid, squared. */
const ECCENTRICITY = 0.00669437999;

/** Metres of a degree of longitude for each metre of a degree of latitude, on the ellipsoid. */
function shrinkAt(latitude: number): number {
  const angle = (latitude * Math.PI) / 180;
  return (Math.cos(angle) * (1 - ECCENTRICITY * Math.sin(angle) ** 2)) / (1 - ECCENTRICITY);
}

/** Empty, missing and 0/0 mean that the place is not known. */
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '' || value === '-';

/**
 * A city's own plane (x to the east, y to the north) to WGS-84 by turning, stretching and shifting it onto two known points:
 * the four parameters of a similarity. Good to about ten metres within ten kilometres of the points, which is what finds a
 * grid; a survey needs the city's projection. Take points far apart: what is wrong with them grows with the distance.
 */
export function planarToWgs84([a, b]: readonly [KnownPoint, KnownPoint]): (x: unknown, y: unknown) => ReadPoint {
  // degrees of longitude shrink to the north: in these units the plane and the earth are similar
  const shrink = shrinkAt((a.latitude + b.latitude) / 2);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [east, north] = [(b.longitude - a.longitude) * shrink, b.latitude - a.latitude];
  const square = dx * dx + dy * dy;
  const turn = (east * dx + north * dy) / square;
  const tilt = (north * dx - east * dy) / square;
  return (x, y) => {
    if (isBlank(x) || isBlank(y)) return { kind: 'blank' };
    const [px, py] = [Number(x), Number(y)];
    if (px === 0 && py === 0) return { kind: 'blank' };
    const longitude = a.longitude + (turn * (px - a.x) - tilt * (py - a.y)) / shrink;
    const latitude = a.latitude + tilt * (px - a.x) + turn * (py - a.y);
    // a plane of a city ends within a degree or two of its known points
    const isNear = Math.abs(longitude - a.longitude) < 2 && Math.abs(latitude - a.latitude) < 2;
    return isNear ? { kind: 'point', longitude: rounded(longitude), latitude: rounded(latitude) } : { kind: 'unreadable' };
  };
}
