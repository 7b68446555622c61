import type { Cursor, PulledPage } from '#domain/ports/platform-adapter.js';
import { piecesOf } from '../formats/listed-page.js';
import type { ListedRequest } from './listed-request.js';

const byTime = (a: ListedRequest, b: ListedRequest): number =>
  (a.updatedAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.updatedAt?.getTime() ?? Number.POSITIVE_INFINITY);

/**
 * One answer as pages of ours, oldest first; an answer without entries is one page, since the cursor has moved. Only the
 * last moves it: a pull that ends before reads the answer again.
 */
export function* inSlices(items: readonly ListedRequest[], size: number, before: Cursor, after: Cursor): Generator<PulledPage> {
  const sorted = items.toSorted(byTime);
  for (let start = 0; start === 0 || start < sorted.length; start += size) {
    const isLast = start + size >= sorted.length;
    yield { ...piecesOf(sorted.slice(start, start + size)), next: isLast ? after : before };
  }
}
