import type { CaseId } from '../ids.js';
import { areRelayed } from './identity-signals.js';
import type { LikelyCase, MatchDecision, MatchRelation, SignalShare } from './match-decision.js';
import type { MatchCandidate, MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Weights } from './matching-policy.js';
import { ReportInHand } from './report-in-hand.js';
import { scoreOf, scorePair, weightsOf } from './score-pair.js';
import { SAY } from './sentences.js';
import { thousandth } from './tally.js';

/** Measures one report against others; of one that is too far to matter it says how near it is at most, not how near. */
export type Weigh = (member: MatchSubject) => number;

/** A case measured against the report in hand. */
interface MeasuredCase {
  readonly caseId: CaseId;
  readonly nearest: MatchSubject;
  readonly score: number;
  /** Score of the nearest member alone, by which questions are put: one report of a case is enough to ask. */
  readonly toNearest: number;
  /** Made only of cases that somebody will read about. */
  readonly shares: () => readonly SignalShare[];
  readonly members: number;
  /** The report came after the case was closed, and is no late copy. */
  readonly again: boolean;
  readonly relation: MatchRelation;
}

/**
 * Which case a report belongs to. An open case above the threshold wins; then a closed one, which the report does not
 * join but repeats; then a question to an operator. Equal scores: the smaller case id.
 */
export function decideMatch(
  subject: MatchSubject,
  candidates: readonly MatchCandidate[],
  policy: MatchingPolicy,
  weigh: Weigh = weighing(subject, policy),
): MatchDecision {
  const measured = candidates
    .map((candidate) => measureCase(subject, candidate, policy, weigh))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1));
  const sure = measured.filter(({ score }) => score >= policy.attachFrom);
  const likely = measured.filter(({ toNearest }) => toNearest >= policy.suggestFrom).sort((a, b) => b.toNearest - a.toNearest);
  const joined = sure.find(({ again }) => !again);
  if (joined !== undefined) return decided('attach', joined, likely);
  if (sure.length > 0) return decided('recurrence', sure[0], likely);
  return likely.length > 0 ? decided('suggest', likely[0], likely) : { kind: 'new' };
}

/** Cases an operator is asked about for one report at most. */
const QUESTIONS = 2;
/** Members of a case from which nobody is asked about it again with each report that joins. */
const CROWD = 8;

function decided(
  kind: 'attach' | 'suggest' | 'recurrence',
  found: MeasuredCase,
  likely: readonly MeasuredCase[],
): Exclude<MatchDecision, { kind: 'new' }> {
  const isCrowd = kind === 'attach' && found.members >= CROWD;
  const questions = isCrowd ? 0 : kind === 'suggest' ? QUESTIONS - 1 : QUESTIONS;
  const others = likely.filter((one) => one !== found && !one.again).slice(0, questions);
  return { kind, ...toLikely(found), relation: found.relation, others: others.map(toLikely) };
}

const toLikely = ({ caseId, nearest, score, shares }: MeasuredCase): LikelyCase => ({
  caseId,
  nearest: nearest.reportId,
  score,
  shares: shares(),
});

/** Score from which a case is looked at: there is something to do, or to ask. */
const nearFrom = ({ suggestFrom, attachFrom }: MatchingPolicy): number => Math.min(suggestFrom, attachFrom);

/** A case is never nearer than its nearest report: where that one is too far, nobody needs to know how far exactly. */
function measureCase(
  subject: MatchSubject,
  candidate: MatchCandidate,
  policy: MatchingPolicy,
  weigh: Weigh,
): MeasuredCase | undefined {
  const scored = candidate.members
    .map((member) => ({ member, score: weigh(member) }))
    .sort((a, b) => b.score - a.score || (a.member.reportId < b.member.reportId ? -1 : 1));
  const best = scored[0];
  if (best === undefined || best.score < nearFrom(policy)) return undefined;
  const relayed = areRelayed(subject, best.member);
  const rest = relayed ? undefined : restOfCase(scored, weightsOf(subject, best.member, policy), policy);
  const again = !relayed && candidate.closedAt !== undefined && subject.reportedAt.getTime() > candidate.closedAt.getTime();
  const relation = relayed ? 'relay' : again ? 'recurrence' : 'same-matter';
  return {
    caseId: candidate.caseId,
    nearest: best.member,
    score: thousandth(best.score + (rest?.share ?? 0)),
    toNearest: best.score,
    shares: () => [...scorePair(subject, best.member, policy).shares, ...(rest ? [rest] : [])],
    members: scored.length,
    again,
    relation,
  };
}

/** Remembers who is near: such are met as the nearest of their case, as one of its members, and again under lock. */
export function weighing(subject: MatchSubject, policy: MatchingPolicy): Weigh {
  const done = new Map<MatchSubject, number>();
  const report = new ReportInHand(subject, policy);
  // below all of these a decision is the same however far it is
  const mattersFrom = Math.min(nearFrom(policy), strangerOf(policy));
  return (member) => {
    const before = done.get(member);
    if (before !== undefined) return before;
    const score = scoreOf(report, member, mattersFrom);
    if (score >= mattersFrom) done.set(member, score);
    return score;
  };
}

/** Points below attaching that a stranger in the case counts, however strange. */
const STRANGER = 5;
const strangerOf = ({ attachFrom }: MatchingPolicy): number => attachFrom - STRANGER;

/**
 * Keeps chains from drifting: a case is as near as its members are in the mean, so what the nearest of them is above the
 * mean is taken off again.
 */
function restOfCase(scored: readonly { score: number }[], weights: Weights, policy: MatchingPolicy): SignalShare | undefined {
  if (scored.length < 2) return undefined;
  const floor = strangerOf(policy);
  const best = Math.max(floor, scored[0].score);
  const mean = scored.reduce((sum, { score }) => sum + Math.max(floor, score), 0) / scored.length;
  return {
    signal: 'case',
    share: thousandth((weights['case'] ?? 0) * (mean - best)),
    because: SAY.restOfCase(scored.length, mean, scored[0].score),
  };
}
