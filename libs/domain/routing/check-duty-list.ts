import type { CategoryCode } from '../ids.js';
import type { Duty, DutyList } from './duty-list.js';

/** What is wrong with a duty list: a category nobody leads, or two lines that claim the same place. */
export type DutyProblem =
  | { readonly kind: 'hole'; readonly category: CategoryCode }
  | { readonly kind: 'overlap'; readonly category: CategoryCode; readonly first: Duty; readonly second: Duty };

/** Finds the holes and overlaps of a duty list over the categories it must cover. */
export function checkDutyList(list: DutyList, categories: Iterable<CategoryCode>): DutyProblem[] {
  const problems: DutyProblem[] = [];
  for (const category of categories) {
    if (!list.duties.has(category)) problems.push({ kind: 'hole', category });
  }
  for (const [category, lines] of list.duties) {
    const seen = new Map<string, Duty>();
    for (const second of lines) {
      const place = JSON.stringify([second.street, second.community]);
      const first = seen.get(place);
      if (first) problems.push({ kind: 'overlap', category, first, second });
      else seen.set(place, second);
    }
  }
  return problems;
}
