import type { RecordBook } from '../world/city-record.js';
import type { BrokenExtras, Listed } from './broken-extras.js';
import type { CityContext } from './city-context.js';

/** A page of a platform's list and the number of everything the question matches. */
export interface ListedPage {
  readonly items: readonly Listed[];
  readonly total: number;
}

/** With some luck, one record of the page stands in it twice. */
export function withRepeat<T>(items: readonly T[], context: CityContext): readonly T[] {
  if (items.length === 0 || context.random() >= context.mischief().repeatedId) return items;
  const twice = Math.floor(context.random() * items.length);
  return items.flatMap((item, at) => (at === twice ? [item, item] : [item]));
}

const bySecond = (a: Listed, b: Listed): number =>
  Math.floor(a.record.updatedAt.getTime() / 1000) - Math.floor(b.record.updatedAt.getTime() / 1000) ||
  (a.record.externalId < b.record.externalId ? -1 : a.record.externalId > b.record.externalId ? 1 : 0);

/** A numbered page of what changed since `from`, ascending by (second, id): such platforms keep whole seconds only. */
export function numberedPage(
  book: RecordBook,
  extras: BrokenExtras,
  context: CityContext,
  wish: { readonly from: Date | undefined; readonly page: number; readonly size: number },
): ListedPage {
  const start = (wish.page - 1) * wish.size;
  const read = (): Listed[] => extras.list(book, wish.from).sort(bySecond);
  let all = read();
  if (extras.draw(all.slice(start, start + wish.size))) all = read();
  return { items: withRepeat(all.slice(start, start + wish.size), context), total: all.length };
}

/** A whole number a client asked for, held within bounds. */
export function wishedNumber(text: unknown, otherwise: number, most: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : otherwise;
}
