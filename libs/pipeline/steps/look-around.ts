import type { CaseId } from '#domain/ids.js';
import type { Weigh } from '#domain/matching/decide-match.js';
import { weighing } from '#domain/matching/decide-match.js';
import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { CaseTransaction, FoundSubject } from '#domain/ports/case-store.js';
import type { Arrival } from '../batch.js';
import { CandidatePool } from './candidate-pool.js';

/** Stored reports compared with one report at most: those that share its rarest keys. */
const NEAREST = 12;
/** Reports of a case that are read beside the one that was found: whoever joins must be like the case, not like its last report. */
const MEMBERS = 16;

/** What a batch saw when it looked, and how near its reports are to what they were compared with so far. */
export interface Sight {
  readonly policy: MatchingPolicy;
  readonly weigh: ReadonlyMap<Arrival, Weigh>;
  readonly pool: CandidatePool;
  /** Which transactions it could see; absent when there was nothing to look for. */
  readonly mark?: string;
}

/**
 * Step 2. Finds the stored reports that each arrival may belong to and compares them, while other batches write. What two
 * reports say never changes; what was written meanwhile is asked under lock.
 */
export async function lookAround(
  transaction: CaseTransaction,
  arrivals: readonly Arrival[],
  policy: MatchingPolicy,
  weigh: ReadonlyMap<Arrival, Weigh> = new Map(arrivals.map((arrival) => [arrival, weighing(arrival.subject, policy)])),
): Promise<Sight> {
  if (arrivals.length === 0) return { policy, weigh, pool: new CandidatePool([], [], []) };
  const searches = arrivals.map(({ searchKeys }) => searchKeys);
  const { found, mark } = await transaction.findSubjects(searches, NEAREST);
  const likely = likelyCases(found, arrivals, weigh, policy.suggestFrom);
  const members = await transaction.membersOf(likely, MEMBERS);
  return { policy, weigh, pool: new CandidatePool(arrivals, found, members), mark };
}

/** A case is never nearer than its nearest report: the others are read only where that one is near enough to matter. */
function likelyCases(
  found: readonly FoundSubject[],
  arrivals: readonly Arrival[],
  weigh: ReadonlyMap<Arrival, Weigh>,
  from: number,
): CaseId[] {
  const likely = found.filter(({ subject, wantedBy }) =>
    wantedBy.some((position) => weigh.get(arrivals[position])!(subject) >= from),
  );
  return [...new Set(likely.map(({ caseId }) => caseId))];
}
