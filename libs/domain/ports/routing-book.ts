import type { DepartmentId } from '../ids.js';
import type { SavedRouter } from '../routing/learned/saved-router.js';
import type { RouteSubject } from '../routing/route.js';

/** A case whose department was confirmed: an operator sent it there, or it was handled there and nowhere else. */
export interface ConfirmedCase {
  readonly subject: RouteSubject;
  readonly department: DepartmentId;
  /** Where it stands among all confirmations; opaque. */
  readonly mark: string;
}

/** What was learned last: by its version, and up to which confirmation. */
export interface LearnedRouting {
  readonly version: number;
  readonly router: SavedRouter;
  readonly mark: string;
}

/** Keeps what the router learned from the city's own confirmed cases. */
export abstract class RoutingBook {
  /** What was learned after that version; 0: whatever there is. */
  abstract newerThan(version: number): Promise<LearnedRouting | undefined>;

  /** The next confirmations after a mark, in their order, at most so many; without a mark from the first on. */
  abstract confirmedAfter(mark: string | undefined, most: number): Promise<ConfirmedCase[]>;

  /** Keeps a router as the version after `version`; false when another process was faster, whose router then counts. */
  abstract keep(version: number, router: SavedRouter, mark: string): Promise<boolean>;
}
