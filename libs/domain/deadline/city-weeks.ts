import { DateTime } from 'luxon';

/** A week from Monday to Sunday in the zone all the platforms live in. */
export interface CityWeek {
  /** The ISO week, e.g. `2026-W47`. */
  readonly name: string;
  readonly from: Date;
  /** The first instant of the next week. */
  readonly before: Date;
}

const ZONE = 'Asia/Shanghai';
const NAME = `kkkk-'W'WW`;

const weekFrom = (monday: DateTime): CityWeek => ({
  name: monday.toFormat(NAME),
  from: monday.toJSDate(),
  before: monday.plus({ weeks: 1 }).toJSDate(),
});

/** The week of that name; undefined where it is no ISO week: `2025` has no `W53`. */
export function findWeek(name: string): CityWeek | undefined {
  const monday = DateTime.fromFormat(name, NAME, { zone: ZONE });
  return monday.isValid ? weekFrom(monday) : undefined;
}

/** The week an instant lies in. */
export const weekOf = (at: Date): CityWeek => weekFrom(DateTime.fromJSDate(at, { zone: ZONE }).startOf('week'));

/** The week that ended when this one began. */
export const weekBefore = ({ from }: CityWeek): CityWeek =>
  weekFrom(DateTime.fromJSDate(from, { zone: ZONE }).minus({ weeks: 1 }));
