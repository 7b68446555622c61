import { isFinal } from '#domain/case/case-status.js';
import type { CaseId } from '#domain/ids.js';
import { decideMatch } from '#domain/matching/decide-match.js';
import type { MatchDecision } from '#domain/matching/match-decision.js';
import type { MatchCandidate } from '#domain/matching/match-subject.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Arrival, MatchedReport } from '../batch.js';
import type { CaseChanges } from '../case-changes.js';
import type { City } from '../city.js';
import { holdCases } from '../hold-cases.js';
import { CandidatePool } from './candidate-pool.js';

/** Stored reports compared with one report at most: those that share its rarest keys. */
const NEAREST = 12;

/**
 * Step 4 (并单). Which case each fresh report belongs to, if any. Candidates come from indexes and from the reports of this
 * very batch; the decision is the domain's.
 */
export async function matchReports(
  transaction: CaseTransaction,
  fresh: readonly Arrival[],
  changes: CaseChanges,
  city: City,
  ids: IdSource,
): Promise<MatchedReport[]> {
  if (fresh.length === 0) return [];
  const searches = fresh.map((arrival) => arrival.searchKeys);
  const pool = new CandidatePool(await transaction.findSubjects(searches, NEAREST));
  const settled = new Set<CaseId>();
  const matched = fresh.map((arrival, position) => {
    const decision = decideAmong(arrival, pool.candidatesFor(arrival, position), settled, city);
    const caseId = decision.kind === 'attach' ? decision.caseId : ids.next<CaseId>();
    if (decision.kind !== 'attach' && arrival.report.solvedOnTheSpot) settled.add(caseId);
    pool.add(arrival, caseId);
    return { ...arrival, decision, caseId };
  });
  await holdCases(
    transaction,
    changes,
    matched.filter(({ decision, caseId }) => decision.kind === 'attach' && pool.isStored(caseId)).map(({ caseId }) => caseId),
  );
  return reopenAsRecurrences(matched, changes, ids);
}

/** A case of this batch that is 即办 closes as it opens: whoever is like it repeats it, and never joins it. */
function decideAmong(
  arrival: Arrival,
  candidates: readonly MatchCandidate[],
  settled: ReadonlySet<CaseId>,
  city: City,
): MatchDecision {
  const policy = city.matching;
  const open = candidates.filter(({ caseId }) => !settled.has(caseId));
  const decision = decideMatch(arrival.subject, open, policy);
  if (decision.kind !== 'new' || open.length === candidates.length) return decision;
  return asRecurrence(decideMatch(arrival.subject, candidates, policy));
}

/** A case may have been closed between the look-up and its lock: what would have joined it opens a case of its own instead. */
function reopenAsRecurrences(matched: readonly MatchedReport[], changes: CaseChanges, ids: IdSource): MatchedReport[] {
  const successors = new Map<CaseId, CaseId>();
  return matched.map((report) => {
    const target = changes.find(report.caseId);
    if (!target || !isFinal(target.status)) return report;
    const successor = successors.get(report.caseId);
    if (successor !== undefined) return { ...report, caseId: successor };
    const caseId = ids.next<CaseId>();
    // what closes as it opens is nothing to join
    if (!report.report.solvedOnTheSpot) successors.set(report.caseId, caseId);
    return { ...report, caseId, decision: asRecurrence(report.decision) };
  });
}

const asRecurrence = (decision: MatchDecision): MatchDecision =>
  decision.kind === 'attach' ? { ...decision, kind: 'recurrence', relation: 'recurrence' } : decision;
