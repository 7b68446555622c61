import type { CaseId, ReportId } from '../ids.js';
import { matchKeys } from './block-keys.js';
import { decideMatch } from './decide-match.js';
import type { MatchDecision } from './match-decision.js';
import type { MatchCandidate, MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { nearestByRarity } from './nearest-by-rarity.js';

/** Reports a key shows, and reports one is compared with; as the database does it. */
const NEWEST_PER_KEY = 12;
const NEAREST = 12;
const MEMBERS = 24;

/** What would have become of a report. */
export interface Replayed {
  readonly subject: MatchSubject;
  readonly caseId: CaseId;
  readonly decision: MatchDecision;
}

/** Matches reports anew in their order, in memory and with no case ever closed: how a policy would have done. */
export function replay(subjects: Iterable<MatchSubject>, policy: MatchingPolicy): Replayed[] {
  const done = new Map<ReportId, Replayed>();
  const cases = new Map<CaseId, MatchSubject[]>();
  const index = new Map<bigint, MatchSubject[]>();
  for (const subject of subjects) {
    const keys = matchKeys(subject, policy.siblings.get(subject.category));
    const decision = decideMatch(subject, candidatesOf(keys.searchKeys, index, done, cases), policy);
    const caseId = decision.kind === 'attach' ? decision.caseId : (`replayed-${done.size}` as CaseId);
    done.set(subject.reportId, { subject, caseId, decision });
    cases.set(caseId, [...(cases.get(caseId) ?? []), subject]);
    for (const key of keys.blockKeys) index.set(key, newestFirst(index.get(key) ?? [], subject));
  }
  return [...done.values()];
}

function candidatesOf(
  searchKeys: readonly bigint[],
  index: ReadonlyMap<bigint, readonly MatchSubject[]>,
  done: ReadonlyMap<ReportId, Replayed>,
  cases: ReadonlyMap<CaseId, readonly MatchSubject[]>,
): MatchCandidate[] {
  const found = new Map(searchKeys.map((key) => [key, (index.get(key) ?? []).map(({ reportId }) => reportId)]));
  const byCase = new Map<CaseId, MatchSubject[]>();
  for (const id of nearestByRarity([searchKeys], found, NEAREST).keys()) {
    const { subject, caseId } = done.get(id)!;
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), subject]);
  }
  return [...byCase].map(([caseId, nearest]) => ({
    caseId,
    members: [...new Set([...nearest, ...(cases.get(caseId) ?? [])])].slice(0, MEMBERS),
  }));
}

function newestFirst(listed: readonly MatchSubject[], subject: MatchSubject): MatchSubject[] {
  const at = listed.findIndex(({ reportedAt }) => reportedAt.getTime() <= subject.reportedAt.getTime());
  return listed.toSpliced(at < 0 ? listed.length : at, 0, subject).slice(0, NEWEST_PER_KEY);
}
