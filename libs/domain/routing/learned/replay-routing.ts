import type { DepartmentId } from '../../ids.js';
import type { LearningRouter } from '../learned-router.js';
import type { RouteCandidate, RouteSubject } from '../route.js';

/** A case of the past; `department` handled it, as far as that is known. */
export interface PastCase {
  readonly id: string;
  readonly subject: RouteSubject;
  readonly department?: DepartmentId;
}

/** What the router would have said when the case came. */
export interface Foretold {
  readonly past: PastCase;
  readonly candidates: readonly RouteCandidate[];
  /** It would have dispatched the case by itself. */
  readonly automatic: boolean;
}

/** Goes through past cases in their order: each is foretold before it is learned. A case without a department is only foretold. */
export function* foretell(cases: Iterable<PastCase>, router: LearningRouter): Generator<Foretold> {
  for (const past of cases) {
    const candidates = router.predict(past.subject);
    const first = candidates.at(0);
    yield { past, candidates, automatic: first !== undefined && first.confidence >= router.threshold };
    if (past.department !== undefined) router.learn(past.subject, past.department);
  }
}

/** How often the router was right over cases whose department is known; shares from 0 to 1. */
export interface RoutingScore {
  readonly top1: number;
  readonly top3: number;
  /** `share` of the cases it would have dispatched by itself, and the share of those that were `right`. */
  readonly automatic: { readonly share: number; readonly right: number };
}

/** `present`: the department that a renamed or merged one is now. */
export function scoreRouting(foretold: readonly Foretold[], present: (department: DepartmentId) => DepartmentId): RoutingScore {
  const known = foretold.flatMap(({ past, candidates, automatic }) => {
    if (past.department === undefined) return [];
    const place = candidates.findIndex(({ department }) => department === present(past.department as DepartmentId));
    return [{ place, automatic }];
  });
  const shareOf = (part: readonly unknown[], all: readonly unknown[]): number =>
    all.length === 0 ? 0 : Math.round((10_000 * part.length) / all.length) / 10_000;
  const decided = known.filter(({ automatic }) => automatic);
  const right = decided.filter(({ place }) => place === 0);
  return {
    top1: shareOf(
      known.filter(({ place }) => place === 0),
      known,
    ),
    top3: shareOf(
      known.filter(({ place }) => place >= 0),
      known,
    ),
    automatic: { share: shareOf(decided, known), right: shareOf(right, decided) },
  };
}
