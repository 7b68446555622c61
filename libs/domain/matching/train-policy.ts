import { hundredth, labelledPairs, learnWeights, type LearnedWeights, type Verdict } from './learn-weights.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { replay } from './replay.js';
import { scoreClusters, type ClusterScore, type TrueCases } from './score-clusters.js';

/** Pairs of one matter from which weights are learned; fewer leave them as they are. */
const ENOUGH = 30;
/** Log-odds from which to attach that are tried. */
const TRIED = Array.from({ length: 17 }, (_, at) => -1 + at / 4);

/** What is learned from. */
export interface Labels {
  readonly truth: TrueCases;
  /** Pairs (`a b`, either way) of which nobody can say. */
  readonly undecided: ReadonlySet<string>;
  /** Questions that operators have answered. */
  readonly answered: readonly Verdict[];
}

/** One point of the curve of safety against recall. */
export interface CurvePoint extends ClusterScore {
  /** Log-odds from which a report is attached. */
  readonly from: number;
  /** Questions to operators a report. */
  readonly questions: number;
}

export interface Training {
  readonly policy: MatchingPolicy;
  readonly curve: readonly CurvePoint[];
  readonly chosen: CurvePoint;
  readonly learned: readonly ('sorted' | 'unsorted')[];
}

/** Learns weights, replays all reports at each threshold, and takes the lowest that is as safe as asked. */
export function train(subjects: readonly MatchSubject[], labels: Labels, policy: MatchingPolicy, safety: number): Training {
  const shaped = learnShape(subjects, labels, policy);
  const curve = TRIED.map((from) => pointAt(from, subjects, labels, shaped.at(from)));
  const safe = curve.find((point, at) => curve.slice(at, at + 2).every(({ pairPrecision }) => pairPrecision >= safety));
  const chosen = safe ?? curve[curve.length - 1];
  return { policy: shaped.at(chosen.from), curve, chosen, learned: shaped.learned };
}

/** Learned from one half of the true cases and scored on the other, both ways: what to expect of cases nobody labelled. */
export function heldOut(
  subjects: readonly MatchSubject[],
  labels: Labels,
  halves: readonly [TrueCases, TrueCases],
  training: Training,
): ClusterScore[] {
  return [0, 1].map((half) => {
    const shaped = learnShape(subjects, { ...labels, truth: halves[1 - half] }, training.policy);
    return pointAt(training.chosen.from, subjects, { ...labels, truth: halves[half] }, shaped.at(training.chosen.from));
  });
}

function learnShape(subjects: readonly MatchSubject[], labels: Labels, policy: MatchingPolicy) {
  const verdicts = [...labelledPairs(subjects, labels.truth, labels.undecided, policy), ...labels.answered];
  const [sorted, unsorted] = (['sorted', 'unsorted'] as const).map((kind) => enough(learnWeights(verdicts, policy, kind)));
  return {
    learned: [...(sorted ? (['sorted'] as const) : []), ...(unsorted ? (['unsorted'] as const) : [])],
    at: (from: number): MatchingPolicy => placed(from, policy, sorted, unsorted),
  };
}

const enough = (learned: LearnedWeights): LearnedWeights | undefined => (learned.same >= ENOUGH ? learned : undefined);

/** Both kinds of pairs attach from one score: what lies between their starts is the share of `unsorted`. */
function placed(from: number, policy: MatchingPolicy, sorted?: LearnedWeights, unsorted?: LearnedWeights): MatchingPolicy {
  const attachFrom = sorted ? hundredth(from - sorted.start) : policy.attachFrom;
  const moved = attachFrom - policy.attachFrom;
  const before = policy.unsorted ?? policy.weights;
  return {
    ...policy,
    attachFrom,
    suggestFrom: hundredth(policy.suggestFrom + moved),
    weights: sorted?.weights ?? policy.weights,
    unsorted: unsorted
      ? { ...unsorted.weights, unsorted: hundredth(unsorted.start - from + attachFrom) }
      : { ...before, unsorted: hundredth((before['unsorted'] ?? 0) + moved) },
  };
}

function pointAt(
  from: number,
  subjects: readonly MatchSubject[],
  { truth, undecided }: Labels,
  policy: MatchingPolicy,
): CurvePoint {
  const replayed = replay(subjects, policy);
  const grouping = new Map(replayed.map(({ subject, caseId }) => [subject.externalId, caseId as string]));
  const asked = replayed.reduce(
    (sum, { decision }) => sum + (decision.kind === 'new' ? 0 : decision.others.length + (decision.kind === 'suggest' ? 1 : 0)),
    0,
  );
  return { from, questions: asked / Math.max(1, replayed.length), ...scoreClusters(grouping, truth, undecided) };
}
