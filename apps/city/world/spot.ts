import type { SpotKind } from '../matters/matter-kind.js';
import { NUMBERS_A_GRID } from './city-map.js';
import type { Quarter } from './city-map.js';
import { RIVER_NAMES, SCHOOL_KINDS, SIGHTS, SITE_NAMES } from './place-names.js';
import type { Random } from './random.js';

/** Exactly where a matter is, and what people call it. */
export interface Spot {
  readonly kind: SpotKind;
  readonly gridCode: string;
  readonly street: string;
  readonly community: string;
  readonly longitude: number;
  readonly latitude: number;
  /** What people write; the first is the full and official one. */
  readonly names: readonly string[];
  /** Distinguishes this spot from its neighbours. */
  readonly key: string;
  readonly quarter: Quarter;
  /** House, building or post number, by which a neighbour is found. */
  readonly number: number;
  readonly nth: number;
}

/** What fixes a spot inside a quarter. */
export interface SpotChoice {
  readonly kind: SpotKind;
  /** Which of the quarter's two roads or estates. */
  readonly nth: number;
  readonly number: number;
  readonly unit: number;
  readonly name: string;
}

const HANZI = '零一二三四五六七八九十';
const hanzi = (n: number): string =>
  n <= 10
    ? HANZI[n]
    : n < 20
      ? `十${HANZI[n - 10]}`
      : n % 10 === 0
        ? `${HANZI[n / 10]}十`
        : `${HANZI[Math.floor(n / 10)]}十${HANZI[n % 10]}`;

function alongRoad(quarter: Quarter, choice: SpotChoice): { longitude: number; latitude: number; road: string; house: number } {
  const road = quarter.roads[choice.nth];
  const side = choice.number % 2 === 0 ? 0.00008 : -0.00008;
  return {
    road: road.name,
    house: road.firstNumber + choice.number,
    longitude: quarter.west + quarter.width * (0.04 + (0.92 * choice.number) / NUMBERS_A_GRID),
    latitude: quarter.south + quarter.height * road.share + side,
  };
}

function inEstate(quarter: Quarter, choice: SpotChoice): { longitude: number; latitude: number; estate: string } {
  const estate = quarter.estates[choice.nth];
  const column = (choice.number - 1) % 4;
  const row = Math.floor((choice.number - 1) / 4);
  return {
    estate: estate.name,
    longitude: quarter.west + quarter.width * estate.across + (column - 1.5) * 0.0005,
    latitude: quarter.south + quarter.height * estate.up + (row - 2) * 0.0004,
  };
}

function namesOf(quarter: Quarter, choice: SpotChoice): readonly string[] {
  const { road, house } = alongRoad(quarter, choice);
  const { estate } = inEstate(quarter, choice);
  const { number: n, unit, name } = choice;
  const post = String(house).padStart(3, '0');
  const [first, second] = [quarter.roads[choice.nth].name, quarter.roads[1 - choice.nth].name];
  switch (choice.kind) {
    case 'road':
      return [
        `${road}${house}号`,
        `${road}${house}号附近`,
        `${road}${house}号门前`,
        `${road} ${house} 号旁边`,
        `${road}${house}号路段`,
      ];
    case 'lamp':
      return [`${road}${post}号路灯杆`, `${road}${post}号灯杆处`, `${road}第${post}号灯杆`, `${road}（灯杆号${post}）`];
    case 'crossing':
      return [`${first}与${second}交叉口`, `${first}${second}路口`, `${first}和${second}交汇处`, `${first}-${second}路口`];
    case 'estate':
      return [
        `${estate}${n}栋${unit}单元`,
        `${estate}${n}号楼${unit}单元`,
        `${estate}${hanzi(n)}栋${unit}单元`,
        `${estate}小区${n}栋`,
        `${estate}${n}幢`,
      ];
    case 'shop':
      return [`${road}${house}号${name}`, `${road}${house}号的${name}`, `${name}（${road}${house}号）`, `${road}上的${name}`];
    case 'school':
      return [
        `${quarter.grid.community.replace('社区', '')}${name}`,
        `${quarter.grid.community}${name}`,
        `${road}${quarter.grid.community.replace('社区', '')}${name}`,
      ];
    case 'river':
      return [`${name}${road}桥段`, `${name}${road}桥附近`, `${road}桥下的${name}`, `${name}（${road}桥）`];
    case 'site':
      return [`${road}${house}号${name}工地`, `${road}${name}工地`, `${name}工地（${road}）`, `${road}${house}号旁${name}`];
    case 'market':
      return [`${road}农贸市场`, `${road}菜市场`, `${quarter.grid.community}${road}农贸市场`];
    case 'sight':
      return [name, `${quarter.grid.street}${name}`, `${road}${name}`];
  }
}

/** A spot made of a choice; the same choice is the same spot. */
export function spotAt(quarter: Quarter, choice: SpotChoice): Spot {
  const at = choice.kind === 'estate' ? inEstate(quarter, choice) : alongRoad(quarter, choice);
  const { code, street, community } = quarter.grid;
  const names = namesOf(quarter, choice);
  return {
    kind: choice.kind,
    gridCode: code,
    street,
    community,
    longitude: at.longitude,
    latitude: at.latitude,
    names,
    key: `${code}/${names[0]}`,
    quarter,
    number: choice.number,
    nth: choice.nth,
  };
}

/** Some spot of a kind in a quarter; of crossings, markets and the like a quarter has but one. */
export function someSpot(quarter: Quarter, kind: SpotKind, shops: readonly string[] | undefined, random: Random): Spot {
  const name = properName(quarter, kind, shops, random);
  const choice = { kind, nth: random.int(0, 1), number: random.int(1, NUMBERS_A_GRID - 1), unit: random.int(1, 4), name };
  if (kind === 'estate') return spotAt(quarter, { ...choice, number: random.int(1, 18) });
  const fixed = FIXED_NUMBERS[kind];
  return spotAt(quarter, fixed === undefined ? choice : { ...choice, nth: 0, number: fixed + name.length });
}

const FIXED_NUMBERS: Readonly<Partial<Record<SpotKind, number>>> = { crossing: 30, market: 45, school: 12, river: 55, sight: 22 };

/** Whether a spot of the kind has neighbours of the same kind. */
export const hasNeighbours = (kind: SpotKind): boolean => FIXED_NUMBERS[kind] === undefined;

/** The spot next door: the next building, or another house number a few doors on. */
export function nextDoor(spot: Spot, shops: readonly string[] | undefined, random: Random): Spot {
  const step = spot.kind === 'estate' ? 1 : 6;
  const most = spot.kind === 'estate' ? 18 : NUMBERS_A_GRID - 1;
  const number = spot.number + step > most ? spot.number - step : spot.number + step;
  const name = properName(spot.quarter, spot.kind, shops, random);
  return spotAt(spot.quarter, { kind: spot.kind, nth: spot.nth, number, unit: random.int(1, 4), name });
}

function properName(quarter: Quarter, kind: SpotKind, shops: readonly string[] | undefined, random: Random): string {
  switch (kind) {
    case 'shop':
      return random.pick(shops ?? ['便利店']);
    case 'school':
      return random.pick(SCHOOL_KINDS);
    case 'river':
      return RIVER_NAMES[quarter.grid.street] ?? '云汇河';
    case 'site':
      return random.pick(SITE_NAMES);
    case 'sight':
      return SIGHTS[quarter.index % SIGHTS.length];
    default:
      return '';
  }
}
