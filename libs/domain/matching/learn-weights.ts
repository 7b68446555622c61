import type { ExternalId } from '../ids.js';
import { matchKeys } from './block-keys.js';
import { isSorted } from './circumstance-signals.js';
import { fitWeights, type Belief, type LabelledPair } from './fit-weights.js';
import type { MatchSubject } from './match-subject.js';
import { SIGNALS, type MatchingPolicy, type Signal, type Weights } from './matching-policy.js';
import { scorePair } from './score-pair.js';
import type { TrueCases } from './score-clusters.js';

/** Weights of one kind of pairs, and the log-odds that nothing in common comes to. */
export interface LearnedWeights {
  readonly start: number;
  readonly weights: Weights;
  /** Pairs of one matter it was learned from. */
  readonly same: number;
}

/** Two reports of which somebody has said whether they are one matter. */
export interface Verdict {
  readonly a: MatchSubject;
  readonly b: MatchSubject;
  readonly isSame: boolean;
  readonly weight: number;
}

/** Whether a signal is learned: what identifies is certain, and how a case counts is no matter of pairs. */
const LEARNED = SIGNALS.filter((signal) => !['identity', 'relay', 'unsorted', 'case'].includes(signal));
const START_FIRMNESS = 0.01;
/** So firm that labels do not move it. */
const FIXED = 1e5;

/**
 * The labelled pairs worth learning from: all that are one matter, and those that are not but share a key, as only they are
 * ever compared. A case of many reports counts as much as one of two.
 */
export function labelledPairs(
  subjects: readonly MatchSubject[],
  truth: TrueCases,
  undecided: ReadonlySet<string>,
  policy: MatchingPolicy,
): Verdict[] {
  const labelled = subjects.filter(({ externalId }) => truth.has(externalId));
  const size = new Map<string, number>();
  for (const { externalId } of labelled) size.set(truth.get(externalId)!, (size.get(truth.get(externalId)!) ?? 0) + 1);
  const holders = new Map<bigint | string, MatchSubject[]>();
  const verdicts: Verdict[] = [];
  for (const a of labelled) {
    const matter = truth.get(a.externalId)!;
    const keys = matchKeys(a, policy.siblings.get(a.category));
    const near = new Set([...keys.searchKeys, matter].flatMap((key) => holders.get(key) ?? []));
    for (const b of near) {
      if (undecided.has(`${a.externalId} ${b.externalId}`)) continue;
      const isSame = truth.get(b.externalId) === matter;
      verdicts.push({ a, b, isSame, weight: isSame ? 2 / (size.get(matter) ?? 2) : 1 });
    }
    for (const key of [...keys.blockKeys, matter]) holders.set(key, [...(holders.get(key) ?? []), a]);
  }
  return verdicts;
}

/** Learns the weights of pairs that are both classified (`sorted`), or of the others, from what the policy holds now. */
export function learnWeights(verdicts: readonly Verdict[], policy: MatchingPolicy, kind: 'sorted' | 'unsorted'): LearnedWeights {
  const ofKind = verdicts.filter(({ a, b }) => isSorted(a, b) === (kind === 'sorted'));
  const believed = kind === 'sorted' ? policy.weights : (policy.unsorted ?? policy.weights);
  const pairs = ofKind.map((verdict) => toPair(verdict, policy));
  const beliefs = new Map<Signal, Belief>(LEARNED.map((signal) => [signal, { weight: believed[signal] ?? 0, firmness: 1 }]));
  for (;;) {
    const [start, ...weights] = fitWeights(pairs, [
      { weight: -policy.attachFrom, firmness: START_FIRMNESS },
      ...beliefs.values(),
    ]);
    // A signal never speaks against its own sentence: what labels would turn round counts nothing.
    const turned = LEARNED.filter((_, at) => weights[at] < -0.005);
    if (turned.length === 0) {
      const learned = Object.fromEntries(LEARNED.map((signal, at) => [signal, hundredth(Math.max(0, weights[at]))]));
      return { start, weights: { ...believed, ...learned }, same: ofKind.filter(({ isSame }) => isSame).length };
    }
    for (const signal of turned) beliefs.set(signal, { weight: 0, firmness: FIXED });
  }
}

/** Rounds as the file is written. */
export const hundredth = (points: number): number => Math.round(points * 100) / 100 + 0;

/** With weights of 1 a signal's share is the parts themselves. */
const ONE_EACH: Weights = Object.fromEntries(SIGNALS.map((signal) => [signal, 1]));

function toPair({ a, b, isSame, weight }: Verdict, policy: MatchingPolicy): LabelledPair {
  const parts = new Map<string, number>();
  for (const { signal, share } of scorePair(a, b, { ...policy, weights: ONE_EACH, unsorted: ONE_EACH }).shares)
    parts.set(signal, (parts.get(signal) ?? 0) + share);
  return { parts: [1, ...LEARNED.map((signal) => parts.get(signal) ?? 0)], isSame, weight };
}

/** The half of the true cases that a name falls into, so that what was learned from one half is tried on the other. */
export function halfOf(truth: TrueCases, half: 0 | 1): Map<ExternalId, string> {
  const matters = [...new Set(truth.values())].sort();
  const inHalf = new Set(matters.filter((_, at) => at % 2 === half));
  return new Map([...truth].filter(([, matter]) => inHalf.has(matter)));
}
