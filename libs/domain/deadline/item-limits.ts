import type { CategoryCode } from '../ids.js';
import type { Category } from '../reference/reference.js';
import type { DutyItem } from '../routing/duty-item.js';
import type { ItemLimit } from './deadline-policy.js';
import { lengthOf } from './limit-length.js';
import type { TimeLimit } from './time-limit.js';

/** The limit most items share; of two shared by equally many the longer one, since the item of a case is not known. */
function mostCommon(limits: readonly TimeLimit[]): TimeLimit | undefined {
  const counts = new Map<string, { limit: TimeLimit; count: number }>();
  for (const limit of limits) {
    const key = `${limit.amount} ${limit.unit}`;
    counts.set(key, { limit, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count || lengthOf(b.limit) - lengthOf(a.limit));
  return first?.limit;
}

/** What the duty list says of each category's handling time: one limit a category, though its items may have several. */
export function commonItemLimits(
  categories: ReadonlyMap<CategoryCode, Category>,
  items: ReadonlyMap<CategoryCode, readonly DutyItem[]>,
): ReadonlyMap<CategoryCode, ItemLimit> {
  const limits = new Map<CategoryCode, ItemLimit>();
  for (const [code, { name }] of categories) {
    const limit = mostCommon((items.get(code) ?? []).map((item) => item.limit));
    if (limit) limits.set(code, { name, limit });
  }
  return limits;
}
