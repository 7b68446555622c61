import type { CategoryCode } from '../ids.js';
import type { Duty, DutyList } from './duty-list.js';

/** What is wrong with a duty list: a category nobody leads in some streets, or two lines that claim the same place. */
export type DutyProblem =
  /** `streets` is empty where nobody leads the category anywhere. */
  | { readonly kind: 'hole'; readonly category: CategoryCode; readonly streets: readonly string[] }
  | { readonly kind: 'overlap'; readonly category: CategoryCode; readonly first: Duty; readonly second: Duty };

/** The communities of each street. */
export type Streets = ReadonlyMap<string, ReadonlySet<string>>;

const isEverywhere = ({ street, community }: Duty): boolean => street === undefined && community === undefined;

/** Whether the lines lead a category in all of a street; lines of single communities do when together they name each. */
function covers(lines: readonly Duty[], street: string, communities: ReadonlySet<string>): boolean {
  const here = lines.filter((line) => line.street === undefined || line.street === street);
  if (here.some(({ community }) => community === undefined)) return true;
  const named = new Set(here.map(({ community }) => community));
  return [...communities].every((community) => named.has(community));
}

/** Finds the holes and overlaps of a duty list over the categories and streets it must cover. */
export function checkDutyList(list: DutyList, categories: Iterable<CategoryCode>, streets: Streets): DutyProblem[] {
  return [...holes(list, categories, streets), ...overlaps(list)];
}

function* holes(list: DutyList, categories: Iterable<CategoryCode>, streets: Streets): Generator<DutyProblem> {
  for (const category of categories) {
    const lines = list.duties.get(category) ?? [];
    if (lines.some(isEverywhere)) continue;
    const open = [...streets].flatMap(([street, communities]) => (covers(lines, street, communities) ? [] : [street]));
    if (lines.length === 0) yield { kind: 'hole', category, streets: [] };
    else if (open.length > 0) yield { kind: 'hole', category, streets: open };
  }
}

function* overlaps(list: DutyList): Generator<DutyProblem> {
  for (const [category, lines] of list.duties) {
    const seen = new Map<string, Duty>();
    for (const second of lines) {
      const place = JSON.stringify([second.street, second.community]);
      const first = seen.get(place);
      if (first) yield { kind: 'overlap', category, first, second };
      else seen.set(place, second);
    }
  }
}
