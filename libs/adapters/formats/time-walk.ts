import { DateTime } from 'luxon';
import type { Cursor, PulledPage } from '#domain/ports/platform-adapter.js';
import { believableTimes, orderOf } from './list-order.js';
import { movedPage, nameOf, piecesOf } from './listed-page.js';
import type { ListedItem } from './listed-page.js';
import { readPlace, writePlace } from './time-cursor.js';
import type { Gap, Place } from './time-cursor.js';

export type { ListedItem } from './listed-page.js';

export interface ListedItems {
  readonly items: readonly ListedItem[];
  /** How many the platform says match the question. */
  readonly total: number | undefined;
}

/** A list by time of change, asked for with `from` (inclusive) and a page number from 1. */
export interface TimeWalk {
  readonly fetch: (from: Date, page: number) => Promise<ListedItems>;
  readonly pageSize: number;
  readonly overlapSeconds: number;
  readonly beginAt: Date;
  readonly now: () => Date;
  /** Asks for the next page while the one before is being kept. */
  readonly asksAhead?: boolean;
}

/** A platform that counts records it does not show has empty pages; more of them in a row are its end. */
const MOST_EMPTY_PAGES = 10;
/** Two clocks are never further apart. */
const MOST_SKEW_SECONDS = 600;

const latest = (...times: readonly (Date | undefined)[]): Date =>
  new Date(Math.max(...times.map((time) => time?.getTime() ?? Number.NEGATIVE_INFINITY)));

const behind = (walk: TimeWalk, at: Date, more = 0): Date =>
  DateTime.fromJSDate(at)
    .minus({ seconds: walk.overlapSeconds + more })
    .toJSDate();

function begin(walk: TimeWalk, cursor: Cursor | undefined): Place {
  const place = readPlace(cursor);
  if (!place) return { from: walk.beginAt, page: 1, midway: false };
  if (!place.midway) return { from: behind(walk, place.from), page: 1, midway: false };
  // a break within a gap has made it wider; what is new by now lies behind the end that was reached before
  return { ...place, gap: gapBehind(place), until: undefined, end: undefined };
}

/** While a broken-off pull lay still, records may have appeared late behind the place where it goes on. */
function gapBehind({ from, newest, end, gap, live }: Place): Gap | undefined {
  if (!live) return gap;
  const until = latest(from, newest, end, gap?.until);
  return { from: gap && gap.from < from ? gap.from : from, until };
}

/** Whether the question is answered to its end. */
function isFinished({ pageSize }: TimeWalk, { page, empty = 0 }: Place, { items, total }: ListedItems): boolean {
  if (items.length >= pageSize) return false;
  if (total === undefined || (items.length === 0 && empty >= MOST_EMPTY_PAGES)) return true;
  return (page - 1) * pageSize + (items.length || pageSize) >= total;
}

/** From the end back to what a break has left behind, and from there to where the next pull starts. */
function end(walk: TimeWalk, { gap, end: before }: Place, newest: Date): { next: Place; finished: boolean } {
  const reached = before ?? newest;
  if (!gap) return { next: { from: reached, page: 1, midway: false }, finished: true };
  const again = { from: behind(walk, gap.from), page: 1, midway: true, live: true, until: gap.until, end: reached };
  return { next: again, finished: false };
}

function onwards(walk: TimeWalk, place: Place, listed: ListedItems): { next: Place; finished: boolean } {
  const { items } = listed;
  const times = believableTimes(items, walk.now());
  const newest = latest(place.from, place.newest, ...times.map((time) => new Date(time)));
  const order = orderOf(times, place.newest?.getTime());
  const turning = place.turning === true || order === 'other';
  const isThrough = place.until !== undefined && newest > place.until && !turning;
  if (isThrough || isFinished(walk, place, listed)) return end(walk, place, newest);
  const { gap, until, end: reached } = place;
  const stays = { midway: true, live: newest > behind(walk, walk.now(), MOST_SKEW_SECONDS), gap, until, end: reached };
  if (!turning && order === 'oldest-first' && newest > place.from) {
    return { next: { ...stays, from: newest, page: 1 }, finished: false };
  }
  const last = items.at(-1);
  const turned = {
    from: place.from,
    page: place.page + 1,
    anchor: last && nameOf(last),
    newest: times.length > 0 ? newest : place.newest,
    turning,
    empty: last ? 0 : (place.empty ?? 0) + 1,
  };
  return { next: { ...stays, ...turned }, finished: false };
}

/** The page before, when the list has moved so that entries may have slipped between it and this page. */
async function slippedPage(walk: TimeWalk, place: Place, { items }: ListedItems): Promise<readonly ListedItem[] | undefined> {
  const moved = await movedPage(items, place, async (page) => (await walk.fetch(place.from, page)).items);
  if (place.anchor === undefined) return undefined;
  // What is new stands on top of a list with the newest first, and pushes entries down onto this page: nothing slips.
  return place.turning && items.some((item) => nameOf(item) === place.anchor) ? undefined : moved;
}

/**
 * Walks such a list to its end. Page numbers shift when records change meanwhile, so the walk asks for page 1 from the
 * newest time it has seen. It turns pages only inside one moment that holds more than a page, and through lists that are
 * not oldest-first; there it looks back after each page, and begins anew when a record has left it and the rest moved up.
 * A pull that goes on after a break ends with the overlap behind the place where it broke off.
 */
export async function* walkByTime(walk: TimeWalk, cursor: Cursor | undefined): AsyncGenerator<PulledPage> {
  let place = begin(walk, cursor);
  for (let asked: Promise<ListedItems> | undefined; ;) {
    const listed = await (asked ?? walk.fetch(place.from, place.page));
    const slipped = await slippedPage(walk, place, listed);
    const anew = { ...place, page: 1, midway: true, anchor: undefined, newest: undefined };
    const { next, finished } = slipped ? { next: anew, finished: false } : onwards(walk, place, listed);
    place = next;
    asked = walk.asksAhead && !finished ? walk.fetch(place.from, place.page) : undefined;
    asked?.catch(() => undefined); // whether anybody still wants it shows later
    yield { ...piecesOf([...(slipped ?? []), ...listed.items]), next: writePlace(place) };
    if (finished) return;
  }
}
