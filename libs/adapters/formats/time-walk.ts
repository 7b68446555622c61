import { DateTime } from 'luxon';
import { OperatorError } from '#domain/errors.js';
import type { Cursor, PulledPage, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from './cursor-text.js';
import { withoutRepeats } from './unreadable-record.js';

/** One entry of a platform's list: a record or a piece nobody recognises, and when it changed if that can be read. */
export interface ListedItem {
  readonly changedAt: Date | undefined;
  readonly entry: { readonly record: RawRecord } | { readonly unreadable: UnreadableRecord };
}

export interface ListedItems {
  readonly items: readonly ListedItem[];
  /** How many the platform says match the question. */
  readonly total: number | undefined;
}

/** A list ascending by time of change, asked for with `from` (inclusive) and a page number from 1. */
export interface TimeWalk {
  readonly fetch: (from: Date, page: number) => Promise<ListedItems>;
  readonly pageSize: number;
  readonly overlapSeconds: number;
  readonly beginAt: Date;
  readonly now: () => Date;
}

interface Place {
  readonly from: Date;
  readonly page: number;
  /** The pull was not finished: go on exactly here, without reading the overlap again. */
  readonly midway: boolean;
  /** Last entry of the page before, to see whether the list has moved since. */
  readonly anchor?: string;
}

const FUTURE_TOLERANCE_DAYS = 1;

const write = ({ from, page, midway, anchor }: Place): Cursor =>
  JSON.stringify({ from: from.toISOString(), page, midway, ...(anchor !== undefined && { anchor }) });

function begin(walk: TimeWalk, cursor: Cursor | undefined): Place {
  const stored = readCursor(cursor);
  if (!stored) return { from: walk.beginAt, page: 1, midway: false };
  const from = DateTime.fromISO(String(stored.from), { zone: 'utc' });
  const page = Number(stored.page);
  if (!from.isValid || !Number.isInteger(page) || page < 1) throw foreignCursor();
  if (stored.midway === true) return { from: from.toJSDate(), page, midway: true, anchor: String(stored.anchor) };
  return { from: from.minus({ seconds: walk.overlapSeconds }).toJSDate(), page: 1, midway: false };
}

/** The newest believable change of a page; a record from the far future must not drag the cursor there. */
function newestOf(items: readonly ListedItem[], from: Date, now: Date): Date {
  const latest = DateTime.fromJSDate(now).plus({ days: FUTURE_TOLERANCE_DAYS }).toMillis();
  const times = items.map(({ changedAt }) => changedAt?.getTime() ?? 0).filter((time) => time <= latest);
  return new Date(times.reduce((newest, time) => Math.max(newest, time), from.getTime()));
}

const nameOf = ({ entry }: ListedItem): string => ('record' in entry ? entry.record : entry.unreadable).externalId;

const sameNames = (a: readonly ListedItem[], b: readonly ListedItem[]): boolean =>
  a.length > 0 && JSON.stringify(a.map(nameOf)) === JSON.stringify(b.map(nameOf));

function pageOf(items: readonly ListedItem[], next: Place): PulledPage {
  const records = items.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []));
  const unreadable = items.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : []));
  return { records: withoutRepeats(records), unreadable, next: write(next) };
}

/** The page before, when it no longer ends as it did: the list has moved under the walk. */
async function movedPage(walk: TimeWalk, place: Place, listed: ListedItems): Promise<ListedItems | undefined> {
  if (place.page === 1) return undefined;
  const before = await walk.fetch(place.from, place.page - 1);
  if (sameNames(listed.items, before.items)) {
    throw new OperatorError('PLATFORM_CURSOR_LOOP', 'the platform gives the same page under two page numbers');
  }
  const last = before.items.at(-1);
  return last && nameOf(last) === place.anchor ? undefined : before;
}

function onwards(walk: TimeWalk, place: Place, { items, total }: ListedItems): { next: Place; finished: boolean } {
  const seen = (place.page - 1) * walk.pageSize + items.length;
  const finished = items.length < walk.pageSize && (items.length === 0 || total === undefined || seen >= total);
  const newest = newestOf(items, place.from, walk.now());
  if (finished || newest > place.from) return { next: { from: newest, page: 1, midway: !finished }, finished };
  const anchor = nameOf(items[items.length - 1]);
  return { next: { from: place.from, page: place.page + 1, midway: true, anchor }, finished };
}

/**
 * Walks such a list to its end. Page numbers shift when records change meanwhile, so the walk asks for page 1 from the
 * newest time it has seen. It turns pages only inside one moment that holds more than a page; there it looks back after
 * each page, and begins that moment anew when a record has left it and the rest moved up.
 */
export async function* walkByTime(walk: TimeWalk, cursor: Cursor | undefined): AsyncGenerator<PulledPage> {
  let place = begin(walk, cursor);
  for (;;) {
    const listed = await walk.fetch(place.from, place.page);
    const moved = await movedPage(walk, place, listed);
    const { next, finished } = moved
      ? { next: { from: place.from, page: 1, midway: true }, finished: false }
      : onwards(walk, place, listed);
    yield pageOf([...(moved?.items ?? []), ...listed.items], next);
    if (finished) return;
    place = next;
  }
}
