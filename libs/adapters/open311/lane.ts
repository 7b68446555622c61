import { DateTime } from 'luxon';
import type { ListedRequest } from './listed-request.js';
import { walkWindows } from './window-walk.js';
import type { WalkPlace, WindowWalk } from './window-walk.js';

/** One walk over the city's requests, between pulls or in the middle of one. */
export interface Lane extends WalkPlace {
  /** Newest believable time that was read, by the city's clock; never ours, which may be ahead. */
  readonly newest: Date;
  /** Oldest request of this walk that has only a token yet. */
  readonly waiting?: Date;
}

/** A city's clock may be ahead of ours, and its zone be wrong by a day. */
const AHEAD_DAYS = 1;

export const isUnderWay = ({ edges }: Lane): boolean => edges.length > 1;

const wholeSecond = (at: DateTime): Date => at.startOf('second').toJSDate();

/** A walk from an instant to as late as anything believable can be dated now. */
export function beginLane(from: Date, newest: Date, now: Date): Lane {
  const start = DateTime.fromJSDate(from);
  const end = DateTime.max(DateTime.fromJSDate(now), start).plus({ days: AHEAD_DAYS, seconds: 1 });
  return { edges: [wholeSecond(start), wholeSecond(end)], page: 1, newest };
}

/**
 * What the finished walk leaves behind. A request that had only a token a day ago or less keeps the next walk from starting
 * behind it, so that it is seen once it has its number. Long silence does not make the next walk longer than one window.
 */
function finish({ newest, waiting }: Lane, windowDays: number, now: Date): Lane {
  const present = DateTime.fromJSDate(now);
  const held = waiting && waiting < newest && waiting >= present.minus({ days: 1 }).toJSDate() ? waiting : newest;
  const oldest = present.minus({ days: windowDays }).toJSDate();
  return { edges: [], page: 1, newest: held < oldest ? oldest : held };
}

function widen(lane: Lane, items: readonly ListedRequest[], now: Date): Pick<Lane, 'newest' | 'waiting'> {
  const latest = DateTime.fromJSDate(now).plus({ days: AHEAD_DAYS }).toJSDate();
  let { newest, waiting } = lane;
  for (const { changedAt, hasOnlyToken } of items) {
    if (!changedAt || changedAt > latest) continue;
    if (changedAt > newest) newest = changedAt;
    if (hasOnlyToken && (!waiting || changedAt < waiting)) waiting = changedAt;
  }
  return { newest, ...(waiting && { waiting }) };
}

/** Walks a lane to its end; each answer comes with the lane as it is once the answer is kept. */
export async function* walkLane(
  walk: WindowWalk<ListedRequest>,
  start: Lane,
  now: () => Date,
): AsyncGenerator<{ readonly items: readonly ListedRequest[]; readonly lane: Lane }> {
  let lane = start;
  for await (const { items, place } of walkWindows(walk, start)) {
    lane = { ...place, ...widen(lane, items, now()) };
    yield { items, lane: isUnderWay(lane) ? lane : finish(lane, walk.windowDays, now()) };
  }
}
