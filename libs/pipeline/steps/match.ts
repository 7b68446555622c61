import { isFinal } from '#domain/case/case-status.js';
import type { CaseId } from '#domain/ids.js';
import { decideMatch } from '#domain/matching/decide-match.js';
import type { MatchDecision } from '#domain/matching/match-decision.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Arrival, MatchedReport } from '../batch.js';
import type { CaseChanges } from '../case-changes.js';
import { holdCases } from '../hold-cases.js';
import type { Sight } from './look-around.js';

/** Step 5 (并单). Which case each fresh report belongs to, if any: the decision is the domain's, one report after the other. */
export async function matchReports(
  transaction: CaseTransaction,
  fresh: readonly Arrival[],
  sight: Sight,
  changes: CaseChanges,
  ids: IdSource,
): Promise<MatchedReport[]> {
  const settled = new Set<CaseId>();
  const opened = new Set<CaseId>();
  const matched = fresh.map((arrival) => {
    const decision = decideAmong(arrival, settled, sight);
    const caseId = decision.kind === 'attach' ? decision.caseId : ids.next<CaseId>();
    if (decision.kind !== 'attach') opened.add(caseId);
    if (decision.kind !== 'attach' && arrival.report.solvedOnTheSpot) settled.add(caseId);
    sight.pool.add(arrival, caseId);
    return { ...arrival, decision, caseId };
  });
  const joined = matched.map(({ caseId }) => caseId).filter((caseId) => !opened.has(caseId));
  await holdCases(transaction, changes, joined);
  return reopenAsRecurrences(await followMerges(transaction, matched, changes), changes, ids);
}

/** A case of this batch that is 即办 closes as it opens: whoever is like it repeats it, and never joins it. */
function decideAmong(arrival: Arrival, settled: ReadonlySet<CaseId>, { policy, weigh, pool }: Sight): MatchDecision {
  const candidates = pool.candidatesFor(arrival);
  const open = candidates.filter(({ caseId }) => !settled.has(caseId));
  const decision = decideMatch(arrival.subject, open, policy, weigh.get(arrival));
  if (decision.kind !== 'new' || open.length === candidates.length) return decision;
  return asRecurrence(decideMatch(arrival.subject, candidates, policy, weigh.get(arrival)));
}

/** A case may have gone up in another one between the look-up and its lock: what would have joined it joins that one. */
async function followMerges(
  transaction: CaseTransaction,
  matched: readonly MatchedReport[],
  changes: CaseChanges,
): Promise<readonly MatchedReport[]> {
  const heirs = matched.map(({ caseId }) => changes.find(caseId)?.mergedInto);
  const wanted = heirs.filter((heir) => heir !== undefined);
  if (wanted.length === 0) return matched;
  await holdCases(transaction, changes, wanted);
  const followed = matched.map((report, at): MatchedReport => {
    const [caseId, { decision }] = [heirs[at], report];
    if (caseId === undefined) return report;
    return { ...report, caseId, decision: decision.kind === 'attach' ? { ...decision, caseId } : decision };
  });
  return followMerges(transaction, followed, changes);
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
