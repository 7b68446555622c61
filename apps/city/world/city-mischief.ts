import type { Mischief } from './city-record.js';

/** How badly the whole city behaves: the platforms' part and that of departments and updates. */
export interface CityMischief extends Mischief {
  /** A department answers a webhook only after seconds. */
  readonly slowDepartment: number;
  /** A record appears with an `updatedAt` some seconds older than what was already listed. */
  readonly lateUpdate: number;
}

/** A good day. */
export const NO_MISCHIEF: CityMischief = {
  tooMany: 0,
  serverError: 0,
  truncatedBody: 0,
  repeatedId: 0,
  unreadableRecord: 0,
  slowDepartment: 0,
  lateUpdate: 0,
};

/** One number for all of it: 0 is a good day, 1 a day nobody wants. */
export function mischiefAt(level: number): CityMischief {
  const share = Math.min(1, Math.max(0, level));
  return {
    tooMany: 0.1 * share,
    serverError: 0.1 * share,
    truncatedBody: 0.05 * share,
    repeatedId: 0.1 * share,
    unreadableRecord: 0.02 * share,
    slowDepartment: 0.1 * share,
    lateUpdate: 0.1 * share,
  };
}

/** The present mischief with the named parts replaced; anything that is no number from 0 to 1 is left out. */
export function changeMischief(present: CityMischief, wish: Readonly<Record<string, unknown>>): CityMischief {
  const changed: Record<string, number> = { ...present };
  for (const name of Object.keys(NO_MISCHIEF)) {
    const value = wish[name];
    if (typeof value === 'number' && value >= 0 && value <= 1) changed[name] = value;
  }
  return { ...present, ...changed };
}
