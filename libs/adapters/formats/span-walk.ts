import type { CountedPage, CountedSpan } from '#domain/ports/platform-adapter.js';
import { believableTimes, orderOf } from './list-order.js';
import { nameOf } from './listed-page.js';
import type { ListedItem, ListedItems, TimeWalk } from './time-walk.js';
import { walkByTime } from './time-walk.js';

/** Whether an entry belongs to a span; one whose time nobody can read belongs to the page it stands in. */
export const isWithin = ({ changedAt }: ListedItem, { from, before }: CountedSpan): boolean =>
  changedAt === undefined || (changedAt >= from && changedAt < before);

/** Walks a list by time from the start of a span; one that gives the oldest first is asked for nothing behind the span. */
export async function* walkSpan(
  walk: Pick<TimeWalk, 'fetch' | 'pageSize' | 'now'>,
  span: CountedSpan,
): AsyncGenerator<CountedPage> {
  const within = new Set<string>();
  let isSorted = true;
  let isBehind = false;
  const fetch = async (from: Date, page: number): Promise<ListedItems> => {
    const listed = await walk.fetch(from, page);
    for (const item of listed.items) if (isWithin(item, span)) within.add(nameOf(item));
    const times = believableTimes(listed.items, walk.now());
    const order = orderOf(times, undefined);
    isSorted &&= order !== 'other';
    // A page of one moment may as well be the top of a list with the newest first.
    isBehind = isSorted && order === 'oldest-first' && times[times.length - 1] >= span.before.getTime();
    return listed;
  };
  const isAsked = ({ externalId }: { readonly externalId: string }): boolean => within.has(externalId);
  for await (const page of walkByTime({ ...walk, fetch, beginAt: span.from, overlapSeconds: 0 }, undefined)) {
    yield { records: page.records.filter(isAsked), unreadable: page.unreadable.filter(isAsked) };
    if (isBehind) return;
  }
}
