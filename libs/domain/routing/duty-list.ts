import type { CategoryCode, DepartmentId } from '../ids.js';

/** One line of the duty list (责任清单). An absent place means everywhere; the narrowest line wins. */
export interface Duty {
  /** Line of the file it stands on, so that an explanation can point at it. */
  readonly line: number;
  readonly category: CategoryCode;
  readonly street?: string;
  readonly community?: string;
  readonly lead: DepartmentId;
  readonly coHandlers: readonly DepartmentId[];
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
}
