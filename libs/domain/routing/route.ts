import type { CategoryCode, DepartmentId } from '../ids.js';
import type { Nature, Place, SourceCategory } from '../report/report.js';

/** What routing looks at. */
export interface RouteSubject {
  readonly category: CategoryCode;
  readonly nature: Nature;
  readonly place: Place;
  readonly title: string;
  readonly body: string;
  /** Platform it came by, or the channel that a list of past cases names. */
  readonly channel?: string;
  /** The platform's own code, which is often finer than ours. */
  readonly sourceCategory?: SourceCategory;
  readonly reportedAt?: Date;
  /** Departments that already returned the case (退单); they are not asked again. */
  readonly returnedBy: readonly DepartmentId[];
}

/** Which rule decided, from the hardest to the softest. */
export type RouteRule = 'component-owner' | 'duty-list' | 'learned' | 'territory' | 'operator' | 'backstop';

export interface RouteCandidate {
  readonly department: DepartmentId;
  readonly confidence: number;
  /** The strongest reasons for it, in Chinese. */
  readonly because?: string;
}

/** One lead department and why, or the operators' queue and why. `because` is a sentence in Chinese. */
export type Route =
  | {
      readonly kind: 'routed';
      readonly lead: DepartmentId;
      readonly coHandlers: readonly DepartmentId[];
      readonly rule: RouteRule;
      readonly confidence: number;
      readonly because: string;
      readonly candidates: readonly RouteCandidate[];
    }
  | { readonly kind: 'held'; readonly because: string; readonly candidates: readonly RouteCandidate[] };
