import type { CityGrid, CitySettings } from './city-settings.js';
import { ESTATE_FIRST, ESTATE_LAST, ROAD_NAMES, SIGHTS } from './place-names.js';

/** Numbers a road has inside one grid; the next grid goes on counting. */
export const NUMBERS_A_GRID = 60;

/** A grid with what stands in it. */
export interface Quarter {
  readonly index: number;
  readonly grid: CityGrid;
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
  /** Two roads that cross it, with the first house number inside it. */
  readonly roads: readonly { readonly name: string; readonly firstNumber: number; readonly share: number }[];
  readonly estates: readonly { readonly name: string; readonly across: number; readonly up: number }[];
}

function quarterOf(grid: CityGrid, index: number): Quarter {
  const longitudes = grid.ring.map(([longitude]) => longitude);
  const latitudes = grid.ring.map(([, latitude]) => latitude);
  const west = Math.min(...longitudes);
  const south = Math.min(...latitudes);
  const community = Math.floor(index / 6);
  const within = index % 6;
  const row = Math.floor(within / 3);
  const firstNumber = 1 + (within % 3) * NUMBERS_A_GRID;
  const road = (nth: number, share: number) => ({
    name: ROAD_NAMES[(community * 4 + row * 2 + nth) % ROAD_NAMES.length],
    firstNumber,
    share,
  });
  const estate = (nth: number, across: number, up: number) => ({ name: estateName(index * 2 + nth), across, up });
  return {
    index,
    grid,
    west,
    south,
    width: Math.max(...longitudes) - west,
    height: Math.max(...latitudes) - south,
    roads: [road(0, 0.18), road(1, 0.82)],
    estates: [estate(0, 0.27, 0.48), estate(1, 0.7, 0.5)],
  };
}

/** Every estate of the city has a name of its own. */
const estateName = (number: number): string =>
  ESTATE_FIRST[number % ESTATE_FIRST.length] +
  ESTATE_LAST[(number + Math.floor(number / ESTATE_FIRST.length)) % ESTATE_LAST.length];

/** Quarters with a sight; there is one of each in the city. */
export const sightQuarters = (map: readonly Quarter[]): readonly Quarter[] =>
  SIGHTS.flatMap((_, nth) => map.filter(({ index }) => index === nth * 13));

/** The city's map: the same for every seed, as a city is. */
export function drawMap(settings: CitySettings): readonly Quarter[] {
  return settings.grids.map(quarterOf);
}
