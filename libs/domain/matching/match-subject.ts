import type { CaseId, CategoryCode, ExternalId, PlatformId, ReportId } from '../ids.js';
import type { Place, Relay } from '../report/report.js';

/** What the text of a report boils down to for matching; computed once when it is normalised, stored beside it. */
export interface TextProfile {
  /**
   * Sorted, distinct, signed 32-bit hashes of character 2- and 3-grams of title and body without boilerplate, at most 200.
   * The lowest bit is set on those that stand in the title.
   */
  readonly grams: ArrayLike<number>;
  /** Named places with their numbers, normalised, e.g. `建国路`, `建国路88号`, `阳光花园3栋`, `3栋`, `a7县`. */
  readonly places: readonly string[];
}

/** A report as the matcher sees it. */
export interface MatchSubject {
  readonly reportId: ReportId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly reportedAt: Date;
  readonly category: CategoryCode;
  readonly place: Place;
  readonly reporterHash?: string;
  readonly relayOf?: Relay;
  readonly text: TextProfile;
}

/** A case as the matcher sees it: those of its reports that share a key with the report in hand. */
export interface MatchCandidate {
  readonly caseId: CaseId;
  readonly closedAt?: Date;
  readonly members: readonly MatchSubject[];
}
