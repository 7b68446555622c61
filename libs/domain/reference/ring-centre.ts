import type { Ring } from './reference.js';

/** The centre of gravity of a ring, in its own degrees; at the size of a grid the earth is flat. */
export function ringCentre(ring: Ring): readonly [number, number] {
  const [originX, originY] = ring[0];
  let [area, x, y] = [0, 0, 0];
  ring.slice(1).forEach(([longitude, latitude], index) => {
    const [fromX, fromY] = [ring[index][0] - originX, ring[index][1] - originY];
    const [toX, toY] = [longitude - originX, latitude - originY];
    const turn = fromX * toY - toX * fromY;
    area += turn;
    x += (fromX + toX) * turn;
    y += (fromY + toY) * turn;
  });
  if (area === 0) return ring[0];
  return [rounded(originX + x / (3 * area)), rounded(originY + y / (3 * area))];
}

/** To a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
