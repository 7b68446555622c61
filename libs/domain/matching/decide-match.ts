import type { CaseId } from '../ids.js';
import { areRelayed } from './identity-signals.js';
import type { MatchDecision, MatchRelation } from './match-decision.js';
import type { MatchCandidate, MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { weighPair } from './score-pair.js';
import { finding, sumOf, toShare, type Finding } from './signal-share.js';

interface WeighedMember {
  readonly member: MatchSubject;
  readonly findings: readonly Finding[];
  readonly score: number;
}

/** A case measured against the report in hand. */
interface MeasuredCase {
  readonly caseId: CaseId;
  readonly nearest: MatchSubject;
  readonly score: number;
  readonly findings: readonly Finding[];
  /** The report came after the case was closed, and is no late copy. */
  readonly again: boolean;
  readonly relation: MatchRelation;
}

/**
 * Which case a report belongs to. An open case above the threshold wins; then a closed one, which the report does not
 * join but repeats; then a question to an operator. Equal scores: the smaller case id.
 */
export function decideMatch(subject: MatchSubject, candidates: readonly MatchCandidate[], policy: MatchingPolicy): MatchDecision {
  const measured = candidates
    .map((candidate) => measureCase(subject, candidate, policy))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1));
  const sure = measured.filter(({ score }) => score >= policy.attachFrom);
  const joined = sure.find(({ again }) => !again);
  if (joined !== undefined) return decided('attach', joined);
  if (sure.length > 0) return decided('recurrence', sure[0]);
  const likely = measured[0];
  return likely !== undefined && likely.score >= policy.suggestFrom ? decided('suggest', likely) : { kind: 'new' };
}

function decided(kind: 'attach' | 'suggest' | 'recurrence', found: MeasuredCase): MatchDecision {
  const { caseId, nearest, relation, score, findings } = found;
  return { kind, caseId, nearest: nearest.reportId, relation, score, shares: findings.map(toShare) };
}

function measureCase(subject: MatchSubject, candidate: MatchCandidate, policy: MatchingPolicy): MeasuredCase | undefined {
  const scored = candidate.members
    .map((member) => weighMember(subject, member, policy))
    .sort((a, b) => b.score - a.score || (a.member.reportId < b.member.reportId ? -1 : 1));
  const best = scored[0];
  if (best === undefined) return undefined;
  const relayed = areRelayed(subject, best.member);
  const findings = relayed ? best.findings : [...best.findings, ...restOfCase(scored.slice(1), policy)];
  const again = !relayed && candidate.closedAt !== undefined && subject.reportedAt.getTime() > candidate.closedAt.getTime();
  const relation = relayed ? 'relay' : again ? 'recurrence' : 'same-matter';
  return { caseId: candidate.caseId, nearest: best.member, score: sumOf(findings), findings, again, relation };
}

function weighMember(subject: MatchSubject, member: MatchSubject, policy: MatchingPolicy): WeighedMember {
  const findings = weighPair(subject, member, policy);
  return { member, findings, score: sumOf(findings) };
}

/** Keeps chains from drifting: members that look like strangers take points off, as far as they fall short of a suggestion. */
function restOfCase(rest: readonly { score: number }[], policy: MatchingPolicy): Finding[] {
  const short = rest.map(({ score }) => Math.min(policy.suggestFrom, Math.max(0, policy.suggestFrom - score)));
  const strangers = short.filter((points) => points > 0).length;
  if (strangers === 0) return [];
  const mean = short.reduce((sum, points) => sum + points, 0) / rest.length;
  return [finding(policy, 'case', -mean, () => `案件中另有 ${strangers} 件不大相像(共 ${rest.length + 1} 件)`)];
}
