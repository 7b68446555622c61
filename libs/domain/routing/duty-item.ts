import type { TimeLimit } from '../deadline/deadline-policy.js';
import type { CategoryCode } from '../ids.js';

/** 事项: one thing that can be wrong with what a category (小类) is about. */
export interface DutyItem {
  /** The category's code and two digits, e.g. P0101-02. */
  readonly code: string;
  readonly name: string;
  readonly category: CategoryCode;
  /** How long its handling may take. */
  readonly limit: TimeLimit;
  /** 立案条件: when a matter of it is filed, in Chinese. */
  readonly filing: string;
  /** 结案条件: when it counts as done, in Chinese. */
  readonly closing: string;
}

/** Which issue of the duty list this is. */
export interface DutyEdition {
  readonly version: string;
  /** Day from which it holds, `yyyy-MM-dd`. */
  readonly validFrom: string;
}
