import type { Weigh } from '#domain/matching/decide-match.js';
import { weighing } from '#domain/matching/decide-match.js';
import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
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
 * Step 2. Finds the stored reports that each arrival may belong to and compares them, while other batches write. A case is
 * never nearer than its nearest report: where those stand, and who else stands there, is asked only of reports that are near
 * enough to matter. What was written meanwhile is asked under lock.
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
  const from = Math.min(policy.suggestFrom, policy.attachFrom);
  const likely = found.filter(({ subject, wantedBy }) => wantedBy.some((at) => weigh.get(arrivals[at])!(subject) >= from));
  const members = await transaction.withTheirCases(
    likely.map(({ subject }) => subject.reportId),
    MEMBERS,
  );
  return { policy, weigh, pool: new CandidatePool(arrivals, likely, members), mark };
}
