import type { CaseId, ReportId } from '#domain/ids.js';
import { areRelayed } from '#domain/matching/identity-signals.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import { scorePair } from '#domain/matching/score-pair.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { MatchLabel } from '#domain/ports/grouping-rows.js';

/** Reports of a case that are looked at, so that the counter answers within a second whatever the crowd. */
const MEMBERS = 500;
/** Labels one command gives at most: a big split says one thing, not a thousand. */
const MOST = 24;

/**
 * What moving reports away from a case teaches: none is one matter with the nearest of those that stay. A copy of the same
 * report (转办) teaches nothing about words.
 */
export async function labelsApart(
  transaction: CaseTransaction,
  from: CaseId,
  leaving: readonly ReportId[],
  policy: MatchingPolicy,
): Promise<MatchLabel[]> {
  const members = await subjectsOf(transaction, from);
  const staying = members.filter(({ reportId }) => !leaving.includes(reportId));
  return members
    .filter(({ reportId }) => leaving.includes(reportId))
    .slice(0, MOST)
    .flatMap((subject) => label(subject, nearestTo(subject, staying, policy), false));
}

/** What joining two cases teaches: some report of the one is the same matter as the nearest of the other. */
export async function labelsTogether(
  transaction: CaseTransaction,
  joining: readonly ReportId[],
  from: CaseId,
  into: CaseId,
  policy: MatchingPolicy,
): Promise<MatchLabel[]> {
  const others = await subjectsOf(transaction, into);
  const subjects = (await subjectsOf(transaction, from)).filter(({ reportId }) => joining.includes(reportId)).slice(0, MOST);
  const pairs = subjects.flatMap((subject) => {
    const nearest = nearestTo(subject, others, policy);
    return nearest ? [{ subject, nearest, score: scorePair(subject, nearest, policy).score }] : [];
  });
  const [best] = pairs.sort((a, b) => b.score - a.score);
  return best ? label(best.subject, best.nearest, true) : [];
}

async function subjectsOf(transaction: CaseTransaction, id: CaseId): Promise<MatchSubject[]> {
  const first = (await transaction.reportsOf(id)).find(({ withdrawn }) => !withdrawn);
  const members = await transaction.withTheirCases(first ? [first.id] : [], MEMBERS);
  return members.map(({ subject }) => subject);
}

function nearestTo(subject: MatchSubject, others: readonly MatchSubject[], policy: MatchingPolicy): MatchSubject | undefined {
  const scored = others.map((other) => ({ other, score: scorePair(subject, other, policy).score }));
  return scored.sort((a, b) => b.score - a.score || (a.other.reportId < b.other.reportId ? -1 : 1))[0]?.other;
}

function label(a: MatchSubject, b: MatchSubject | undefined, isSame: boolean): MatchLabel[] {
  return b === undefined || areRelayed(a, b) ? [] : [{ a: a.reportId, b: b.reportId, isSame }];
}
