import type { CategoryCode, DepartmentId } from '../ids.js';
import type { DutyEdition, DutyItem } from './duty-item.js';
import type { ComponentOwner, Duty, DutyList } from './duty-list.js';

/** The duty list as a city writes it down, before it is indexed. */
export interface DutyLines {
  readonly duties: readonly Duty[];
  readonly componentOwners: readonly ComponentOwner[];
  readonly territory: ReadonlyMap<string, DepartmentId>;
  readonly backstop?: DepartmentId;
  readonly edition?: DutyEdition;
  readonly items?: ReadonlyMap<CategoryCode, readonly DutyItem[]>;
}

/** A community is narrower than a street, a street narrower than everywhere. */
const narrowness = (duty: Duty): number => (duty.community === undefined ? 0 : 2) + (duty.street === undefined ? 0 : 1);

/** Indexes a duty list so that the first line that fits a place is the one that counts. */
export function buildDutyList({ duties, componentOwners, territory, backstop, edition, items }: DutyLines): DutyList {
  const byCategory = new Map<CategoryCode, Duty[]>();
  for (const duty of duties) {
    const lines = byCategory.get(duty.category);
    if (lines) lines.push(duty);
    else byCategory.set(duty.category, [duty]);
  }
  for (const lines of byCategory.values()) lines.sort((a, b) => narrowness(b) - narrowness(a) || a.line - b.line);
  return {
    duties: byCategory,
    componentOwners: [...componentOwners].sort((a, b) => b.prefix.length - a.prefix.length),
    territory: new Map(territory),
    ...(backstop !== undefined && { backstop }),
    edition,
    items: items ?? new Map(),
  };
}
