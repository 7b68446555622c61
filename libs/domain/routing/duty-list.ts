import type { CategoryCode, DepartmentId } from '../ids.js';
import type { DutyEdition, DutyItem } from './duty-item.js';

/** Who is asked first: the owner (先属主、后属地), as of components, or the street's office (先属地、后属主), as of events. */
export const PLACE_RULES = ['owner', 'territory'] as const;
export type PlaceRule = (typeof PLACE_RULES)[number];

/** One line of the duty list (责任清单). An absent place means everywhere; the narrowest line wins. */
export interface Duty {
  /** Line of the file it stands on, so that an explanation can point at it. */
  readonly line: number;
  /** Class (大类) of the default list whose file that is; absent for a line of the city's own. */
  readonly list?: string;
  readonly category: CategoryCode;
  readonly street?: string;
  readonly community?: string;
  readonly lead: DepartmentId;
  readonly coHandlers: readonly DepartmentId[];
  /** 监管单位: who sees to it that the lead acts. */
  readonly supervisor?: DepartmentId;
  /** The rule the line came from; absent for a line that names its place. */
  readonly first?: PlaceRule;
}

/** Owner of numbered components whose code starts with a prefix (部件权属). */
export interface ComponentOwner {
  readonly prefix: string;
  readonly owner: DepartmentId;
}

/** 责任清单, indexed for routing. */
export interface DutyList {
  readonly duties: ReadonlyMap<CategoryCode, readonly Duty[]>;
  readonly componentOwners: readonly ComponentOwner[];
  /** 属地: who takes what no duty names, by street. */
  readonly territory: ReadonlyMap<string, DepartmentId>;
  /** 兜底单位: who gets, and keeps, a case that two departments have returned. */
  readonly backstop?: DepartmentId;
  /** Absent for a list that a program made. */
  readonly edition?: DutyEdition;
  /** 事项 of each category, in the order of their numbers. */
  readonly items: ReadonlyMap<CategoryCode, readonly DutyItem[]>;
}
