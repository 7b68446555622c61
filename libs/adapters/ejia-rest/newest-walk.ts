import { DateTime } from 'luxon';
import { OperatorError } from '#domain/errors.js';
import type { CountedPage, CountedSpan, Cursor, PulledPage } from '#domain/ports/platform-adapter.js';
import { believableTimes } from '../formats/list-order.js';
import { nameOf, piecesOf } from '../formats/listed-page.js';
import { isWithin } from '../formats/span-walk.js';
import type { ListedItem, ListedItems } from '../formats/time-walk.js';
import { readListCursor, writeListCursor } from './newest-cursor.js';
import type { Descent, Settled } from './newest-cursor.js';

/** A list with its newest change on top, asked for by row and length, that can be filtered by nothing. */
export interface NewestWalk {
  readonly fetch: (start: number) => Promise<ListedItems>;
  /** At least 2. */
  readonly pageSize: number;
  readonly overlapSeconds: number;
  readonly fullPullMinutes: number;
  readonly windowDays: number;
  readonly now: () => Date;
}

/** So many same pages in a row are a loop; two may be a burst that pushed the list down by just a page. */
const SAME_PAGES = 2;

/**
 * Such a list must be read from its top each time, and to its end unless it is sure that nothing new lies below. It is sure
 * only when all of this holds: an earlier pull has read the list to its end; every page since has been in order, newest
 * first, so that the platform does move up what it changes; this page is in order too, and ends in rows older than the
 * newest of the last finished pull less the overlap. Whatever the platform changes without moving it up is found when the
 * window is pulled as a whole, every `fullPullMinutes`. Rows that come again cost nothing: the inbox knows their bytes.
 */
export async function* walkFromNewest(walk: NewestWalk, cursor: Cursor | undefined): AsyncGenerator<PulledPage> {
  const { settled, descent } = readListCursor(cursor);
  // while an unfinished pull lay still, news came in above it
  const after = descent ? yield* goDown(walk, settled, descent) : settled;
  yield* goDown(walk, after, descend(walk, after));
}

async function* goDown(walk: NewestWalk, settled: Settled, from: Descent): AsyncGenerator<PulledPage, Settled> {
  const watch = new SamePages();
  for (let place = from; ;) {
    const listed = await walk.fetch(place.start);
    watch.see(listed);
    const next = stepDown(walk, place, listed);
    const after = next ? settled : settle(settled, seen(walk, place, listed));
    yield { ...piecesOf(listed.items), next: writeListCursor({ settled: after, descent: next }) };
    if (!next) return after;
    place = next;
  }
}

/**
 * Goes down the list for the records of a span. Nothing is known of the order yet, so it goes on for the window below the
 * span: what a platform changes without moving it up stands among the rows of its own age.
 */
export async function* countFromNewest(walk: NewestWalk, span: CountedSpan): AsyncGenerator<CountedPage> {
  const watch = new SamePages();
  const until = DateTime.fromJSDate(span.from).minus({ days: walk.windowDays }).toJSDate();
  for (let place: Descent | undefined = { ...topOf(walk), full: true, until }; place;) {
    const listed = await walk.fetch(place.start);
    watch.see(listed);
    const items = listed.items.filter((item) => isWithin(item, span));
    if (items.length > 0) yield piecesOf(items);
    place = stepDown(walk, place, listed);
  }
}

const topOf = ({ now }: NewestWalk) => ({ start: 0, beganAt: now(), ordered: true, edge: [], mendedAt: 0 });

function descend(walk: NewestWalk, { newest, fullAt, ordered }: Settled): Descent {
  const now = DateTime.fromJSDate(walk.now());
  const begun = topOf(walk);
  const isDue = !fullAt || DateTime.fromJSDate(fullAt).plus({ minutes: walk.fullPullMinutes }) <= now;
  if (!ordered || !newest) return { ...begun, full: true };
  if (isDue) return { ...begun, full: true, until: now.minus({ days: walk.windowDays }).toJSDate() };
  return { ...begun, full: false, until: DateTime.fromJSDate(newest).minus({ seconds: walk.overlapSeconds }).toJSDate() };
}

/** The place after reading a page: what it tells of the order and of the newest change. */
function seen(walk: NewestWalk, place: Descent, { items }: ListedItems): Descent {
  const times = believableTimes(items, walk.now());
  const ordered = place.ordered && times.every((time, at) => at === 0 || time <= times[at - 1]);
  const top = place.start === 0 && times.length > 0 ? new Date(Math.max(...times)) : undefined;
  return { ...place, ordered, full: place.full || !ordered, newest: place.newest ?? top };
}

/** Where to go on; undefined when nothing more needs to be read. */
function stepDown(walk: NewestWalk, before: Descent, listed: ListedItems): Descent | undefined {
  const { items, total } = listed;
  const place = seen(walk, before, listed);
  const { start } = place;
  const names = items.map(nameOf);
  if (hasSlipped(place, names)) {
    const mendedAt = place.seeking ? place.mendedAt : start;
    const back = Math.max(walk.pageSize - 1, 2 * (mendedAt - start));
    return { ...place, start: Math.max(0, start - back), mendedAt, seeking: true };
  }
  if (place.ordered && isOlder(items.at(-1), place.until)) return undefined;
  const isShort = items.length < walk.pageSize;
  if (isShort && (total === undefined || start + walk.pageSize >= total)) return undefined;
  const edge = names.length > 0 ? [...new Set([names[0], names[names.length - 1]])] : place.edge;
  return { ...place, start: start + walk.pageSize - 1, edge, seeking: false };
}

/** Neither end of the page before comes again: rows above were taken away, and some moved up past us unread. */
const hasSlipped = ({ start, edge, mendedAt, seeking }: Descent, names: readonly string[]): boolean =>
  start > 0 &&
  (seeking === true || start > mendedAt) &&
  edge.length > 0 &&
  names.length > 0 &&
  !edge.some((name) => names.includes(name));

const isOlder = (item: ListedItem | undefined, until: Date | undefined): boolean =>
  until !== undefined && item?.changedAt !== undefined && item.changedAt < until;

const settle = (before: Settled, { newest, full, ordered, beganAt }: Descent): Settled => ({
  newest: newest ?? before.newest,
  fullAt: full ? beganAt : before.fullAt,
  ordered: full ? ordered : before.ordered && ordered,
});

class SamePages {
  private last = '';
  private times = 0;

  /** Throws OperatorError `PLATFORM_CURSOR_LOOP` when the platform gives one page for ever. */
  see({ items, total }: ListedItems): void {
    const page = JSON.stringify([total, ...items.map(nameOf)]);
    this.times = items.length > 0 && page === this.last ? this.times + 1 : 0;
    this.last = page;
    if (this.times < SAME_PAGES) return;
    throw new OperatorError('PLATFORM_CURSOR_LOOP', 'the platform gives the same page whatever row is asked for');
  }
}
