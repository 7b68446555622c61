import { featuresOf, type Feature } from './case-features.js';
import type { CaseVotes, Vote } from './case-votes.js';
import type { KnownUnits } from './known-units.js';
import type { OnlineWeights } from './online-weights.js';
import type { RoutingFacts } from './routing-facts.js';
import type { VoteWeights } from './vote-weights.js';

/** What the router has learned. */
export interface Learned {
  readonly units: KnownUnits;
  readonly votes: CaseVotes;
  readonly trust: VoteWeights;
  readonly weights: OnlineWeights;
}

/** One case looked at with what was learned so far. */
export interface Reading {
  readonly facts: RoutingFacts;
  readonly votes: readonly Vote[];
  readonly features: readonly Feature[];
  readonly usual: Float64Array;
  /** By unit; they add up to 1. */
  readonly chances: Float64Array;
}

export function readCase(day: number, facts: RoutingFacts, { units, votes, trust, weights }: Learned): Reading {
  const features = featuresOf(facts);
  const said = votes.on(day, facts);
  const usual = units.usualShares();
  const scores = usual.map(Math.log);
  for (const vote of said)
    for (const unit of vote.shares.of.keys()) {
      const index = units.indexOf.get(unit);
      if (index !== undefined) scores[index] += trust.of(vote, unit, usual[index]);
    }
  weights.addTo(scores, features);
  return { facts, votes: said, features, usual, chances: softmax(scores) };
}

function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
