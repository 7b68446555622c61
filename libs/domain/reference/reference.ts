import type { DeadlinePolicy } from '../deadline/deadline-policy.js';
import type { WorkCalendar } from '../deadline/work-calendar.js';
import type { CategoryCode, DepartmentId, PartnerId } from '../ids.js';
import type { MatchingPolicy } from '../matching/matching-policy.js';
import type { DutyList } from '../routing/duty-list.js';

/** A unit that handles cases: bureau, utility company, street (街道) or community (社区). */
export interface Department {
  readonly id: DepartmentId;
  /** Chinese name, as citizens know it. */
  readonly name: string;
  readonly kind: 'bureau' | 'utility' | 'street' | 'community';
  /** Other names and ids under which platforms know the same unit. */
  readonly aliases: readonly string[];
  /** Calls the citizens of all its cases, so it is told whom. */
  readonly contact?: true;
}

/** 红色合伙人: an enterprise or association (企业, 社会组织) that claims what stands on the streets' lists. */
export interface Partner {
  readonly id: PartnerId;
  /** Chinese name. */
  readonly name: string;
  readonly kind: 'enterprise' | 'association';
  /** The post to ask for, never a person's name. */
  readonly contact: string;
}

/** One leaf of the internal tree of what a case can be about. */
export interface Category {
  readonly code: CategoryCode;
  /** Chinese name. */
  readonly name: string;
  /** Chinese name of the class above it. */
  readonly className: string;
  /** 部件 belong to an owner first; 事件 and 诉求 belong to a territory first. */
  readonly sort: 'component' | 'event' | 'appeal';
  /** Codes a citizen may well choose instead for the same matter. */
  readonly siblings: readonly CategoryCode[];
  /** Nobody can act on it without calling the citizen, so whoever has the case is told whom. */
  readonly contact?: true;
}

/** A closed line of [longitude, latitude] corners in WGS-84 degrees; the last is the first again. */
export type Ring = readonly (readonly [number, number])[];

/** 责任网格: a patrol area. */
export interface Grid {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly community: string;
  readonly ring: Ring;
  /** What lies inside the outline and is not part of it: a lake, another grid. */
  readonly holes?: readonly Ring[];
  /** 网格长, 网格员: posts, never names of persons. */
  readonly staff?: readonly string[];
}

/** (code system, code) → internal category; one table a code system and version. */
export type CategoryMappings = ReadonlyMap<string, ReadonlyMap<string, CategoryCode>>;

/** Everything about one city that the flow needs and a person edits: an immutable value, swapped as a whole. */
export interface Reference {
  readonly departments: ReadonlyMap<DepartmentId, Department>;
  readonly partners: ReadonlyMap<PartnerId, Partner>;
  readonly categories: ReadonlyMap<CategoryCode, Category>;
  readonly mappings: CategoryMappings;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly duties: DutyList;
  readonly deadlines: DeadlinePolicy;
  readonly calendar: WorkCalendar;
  readonly matching: MatchingPolicy;
}
