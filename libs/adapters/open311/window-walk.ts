import { DateTime } from 'luxon';
import { OperatorError } from '#domain/errors.js';
import { movedPage, nameOf } from '../formats/listed-page.js';
import type { ListedItem } from '../formats/listed-page.js';
import { cutsOf } from './window-cuts.js';
import type { Window } from './window-cuts.js';

/** What is asked of a list: a window, without `to` open towards the future, and a page number from 1. */
export interface Question {
  readonly from: Date;
  readonly to: Date | undefined;
  readonly page: number;
}

/** A list in any order that can be asked for by a window of time, and gives no more than `limit` entries at once. */
export interface WindowWalk<T extends ListedItem> {
  readonly ask: (question: Question) => Promise<readonly T[]>;
  readonly limit: number;
  /** Whether it turns pages; if not, a second that holds more than the limit cannot be read. */
  readonly paged: boolean;
  /** The longest window it answers. */
  readonly windowDays: number;
  /** Whether the last window is asked for without an end, so that what is dated in the future is seen too. */
  readonly openEnd: boolean;
}

/** Where a walk stands: edges of the windows still to be read, ascending; fewer than two at its end. */
export interface WalkPlace {
  readonly edges: readonly Date[];
  readonly page: number;
  /** Last entry of the page before, to see whether the list has moved since. */
  readonly anchor?: string;
}

/** Limits that platforms are known to have: an answer of just that many may be cut short though we allow for more. */
const KNOWN_LIMITS: ReadonlySet<number> = new Set([20, 25, 50, 100, 200, 250, 500, 1000]);

/** A walk remembers the windows it has cut; beyond so many it halves them, which takes more questions and few edges. */
const MOST_EDGES = 64;

const mayBeCut = (count: number, limit: number): boolean => count >= limit || KNOWN_LIMITS.has(count);

const timesOf = (items: readonly ListedItem[]): Date[] => items.flatMap(({ changedAt }) => (changedAt ? [changedAt] : []));

/** A full answer about quite another time means that the platform does not heed the window: cutting it would never end. */
function expectHeeded(items: readonly ListedItem[], { from, to }: Window): void {
  const times = timesOf(items);
  const earliest = DateTime.fromJSDate(from).minus({ days: 1 }).toJSDate();
  const latest = DateTime.fromJSDate(to).plus({ days: 1 }).toJSDate();
  if (times.length === 0 || times.some((at) => at >= earliest && at <= latest)) return;
  throw new OperatorError(
    'PLATFORM_CURSOR_LOOP',
    'the platform gives the same list whatever time is asked for: is the dialect right?',
  );
}

const truncated = (count: number): OperatorError =>
  new OperatorError('PLATFORM_LIST_TRUNCATED', `the platform gives ${count} records of one second and keeps the rest back`);

/**
 * Reads every window whole and yields it with the place behind it. A window whose answer may be cut short is read in parts
 * instead, down to a second; only there pages are turned, looking back after each, since page numbers shift while one reads.
 * A cut is yielded too, without entries: a city that soon has enough of our questions would see the same ones for ever.
 */
export async function* walkWindows<T extends ListedItem>(
  walk: WindowWalk<T>,
  start: WalkPlace,
): AsyncGenerator<{ readonly items: readonly T[]; readonly place: WalkPlace }> {
  for (let place = start; place.edges.length > 1;) {
    const [from, to, ...later] = place.edges;
    const longest = DateTime.fromJSDate(from).plus({ days: walk.windowDays }).toJSDate();
    if (longest < to) {
      place = { edges: [from, longest, to, ...later], page: 1 };
      continue;
    }
    const ask = (page: number) => walk.ask({ from, to: walk.openEnd && later.length === 0 ? undefined : to, page });
    const items = await ask(place.page);
    const cut = mayBeCut(items.length, walk.limit);
    const cuts = cut && place.page === 1 ? cutsOf({ from, to }, timesOf(items), later.length > MOST_EDGES) : [];
    if (cuts.length > 0) {
      if (later.length > 0 || !walk.openEnd) expectHeeded(items, { from, to });
      place = { edges: [from, ...cuts, to, ...later], page: 1 };
      yield { items: [], place };
      continue;
    }
    if (!walk.paged && items.length >= walk.limit) throw truncated(items.length);
    const moved = await movedPage(items, place, ask);
    if (moved) place = { ...place, page: 1 };
    else if (cut && walk.paged) place = { ...place, page: place.page + 1, anchor: nameOf(items[items.length - 1]) };
    else place = { edges: [to, ...later], page: 1 };
    yield { items: [...(moved ?? []), ...items], place };
  }
}
