import { DateTime } from 'luxon';
import type { ListedItem } from './listed-page.js';

const FUTURE_TOLERANCE_DAYS = 1;

/** Times of change of a page that can be believed: a record from the far future must not drag a cursor there. */
export function believableTimes(items: readonly ListedItem[], now: Date): readonly number[] {
  const latest = DateTime.fromJSDate(now).plus({ days: FUTURE_TOLERANCE_DAYS }).toMillis();
  return items.flatMap(({ changedAt }) => (changedAt && changedAt.getTime() <= latest ? [changedAt.getTime()] : []));
}

/**
 * What a page says of its list's order, `before` being the newest time seen earlier in the same list: `oldest-first` once
 * times rise and none falls, `other` once one falls (a list with the newest first, or with none), `unknown` while all are
 * the same.
 */
export function orderOf(times: readonly number[], before: number | undefined): 'oldest-first' | 'other' | 'unknown' {
  const known = before === undefined ? times : [before, ...times];
  if (known.some((time, at) => at > 0 && time < known[at - 1])) return 'other';
  return known.length > 1 && known[0] < known[known.length - 1] ? 'oldest-first' : 'unknown';
}
