import { OperatorError } from '#domain/errors.js';
import type { CountedPage, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { withoutRepeats } from './unreadable-record.js';

/** One entry of a platform's list: a record or a piece nobody recognises, and when it changed if that can be read. */
export interface ListedItem {
  readonly changedAt: Date | undefined;
  readonly entry: { readonly record: RawRecord } | { readonly unreadable: UnreadableRecord };
}

/** The name of an entry, the same each time it is listed unchanged. */
export const nameOf = ({ entry }: ListedItem): string => ('record' in entry ? entry.record : entry.unreadable).externalId;

const sameNames = (a: readonly ListedItem[], b: readonly ListedItem[]): boolean =>
  a.length > 0 && JSON.stringify(a.map(nameOf)) === JSON.stringify(b.map(nameOf));

/** Entries sorted into records and pieces, exact repeats taken out. */
export function piecesOf(items: readonly ListedItem[]): CountedPage {
  const records = items.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []));
  const unreadable = items.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : []));
  return { records: withoutRepeats(records), unreadable };
}

/**
 * The page before, when it no longer ends with its anchor: the list has moved under the walk, and entries may have slipped
 * between the two pages. Throws OperatorError `PLATFORM_CURSOR_LOOP` when both pages are the same.
 */
export async function movedPage<T extends ListedItem>(
  listed: readonly T[],
  place: { readonly page: number; readonly anchor?: string | undefined },
  fetch: (page: number) => Promise<readonly T[]>,
): Promise<readonly T[] | undefined> {
  if (place.page === 1) return undefined;
  const before = await fetch(place.page - 1);
  if (sameNames(listed, before)) {
    throw new OperatorError('PLATFORM_CURSOR_LOOP', 'the platform gives the same page under two page numbers');
  }
  const last = before.at(-1);
  return last && nameOf(last) === place.anchor ? undefined : before;
}
