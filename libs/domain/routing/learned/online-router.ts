import { as, type DepartmentId } from '../../ids.js';
import type { LearningRouter } from '../learned-router.js';
import type { RouteCandidate, RouteSubject } from '../route.js';
import { CaseVotes } from './case-votes.js';
import { FRESHLY_ALIKE, MOST_ALIKE } from './contexts.js';
import { explainUnit } from './explain-unit.js';
import { KnownUnits } from './known-units.js';
import { OnlineWeights } from './online-weights.js';
import { readCase, type Learned, type Reading } from './reading.js';
import { factsOf } from './routing-facts.js';
import type { RouterSettings } from './router-settings.js';
import { RunningRecord } from './running-record.js';
import type { SavedRouter } from './saved-router.js';
import { SelfKnowledge, type Prediction } from './self-knowledge.js';
import { UnitRoles } from './unit-roles.js';
import { VoteWeights } from './vote-weights.js';

/** Step of a lesson, and how much a feature is taken to have moved before its first. */
const STEP = 0.05;
const MOVED_AT_FIRST = 0.1;
const DAY_MS = 86_400_000;
const CANDIDATES = 3;

/**
 * Learns case by case who handles what: votes of the alike cases, believed as far as they were right, and a linear model over
 * the facts, places and words of the case (see docs/routing.md). Deterministic; what it remembers is bounded.
 */
export class OnlineRouter implements LearningRouter {
  private readonly learned: Learned = {
    units: new KnownUnits(),
    votes: new CaseVotes(),
    trust: new VoteWeights(),
    weights: new OnlineWeights(STEP, MOVED_AT_FIRST),
  };
  private readonly roles = new UnitRoles();
  private readonly self = new SelfKnowledge();
  private readonly record: RunningRecord;
  private newestDay = 0;
  private cases = 0;

  constructor(private readonly settings: RouterSettings) {
    this.record = new RunningRecord(settings.wanted);
  }

  get threshold(): number {
    return this.record.threshold;
  }

  /** Cases it was taught. */
  get taught(): number {
    return this.cases;
  }

  predict(subject: RouteSubject): readonly RouteCandidate[] {
    const reading = this.read(subject);
    const out = new Set<string>(subject.returnedBy.map((department) => this.present(department)));
    const all = ranking(reading.chances);
    const open = all.filter((unit) => this.isOpen(this.learned.units.ids[unit], out));
    const [first, ...others] = open.slice(0, CANDIDATES);
    if (first === undefined) return [];
    // how often it was right is known of its first choice only
    const surest = first === all[0] ? this.self.confidenceIn(this.predictionOf(reading)) : reading.chances[first];
    return [first, ...others].map((unit, place) => ({
      department: as<DepartmentId>(this.learned.units.ids[unit]),
      confidence: place === 0 ? surest : Math.min(surest, reading.chances[unit]),
      because: explainUnit(unit, [first, ...others], reading, this.learned),
    }));
  }

  learn(subject: RouteSubject, department: DepartmentId): void {
    const { units, votes, trust, weights } = this.learned;
    const unit = this.present(department);
    const reading = this.read(subject);
    this.judge(reading, unit);
    const index = units.indexOf.get(unit);
    if (index !== undefined) {
      const errors = reading.chances.slice();
      errors[index] -= 1;
      trust.learn(reading.votes, errors, reading.usual, units.indexOf);
      weights.learn(reading.features, errors);
    }
    units.add(unit);
    this.newestDay = Math.max(this.newestDay, this.dayOf(subject));
    this.roles.sawPlace(reading.facts.street, reading.facts.quarter);
    votes.add(this.newestDay, reading.facts, unit, this.roles.roleOf(unit, this.settings.nameOf(unit)));
    this.cases += 1;
  }

  save(): SavedRouter {
    const { units, votes, trust, weights } = this.learned;
    return {
      version: 1,
      cases: this.cases,
      newestDay: this.newestDay,
      units: units.save(),
      votes: votes.save(),
      trust: trust.save(),
      weights: weights.save(),
      places: this.roles.save(),
      self: this.self.save(),
      record: this.record.save(),
    };
  }

  /** A router that goes on where a saved one stopped. */
  static restore(saved: SavedRouter, settings: RouterSettings): OnlineRouter {
    const router = new OnlineRouter(settings);
    const { units, votes, trust, weights } = router.learned;
    units.restore(saved.units);
    votes.restore(saved.votes);
    trust.restore(saved.trust);
    weights.restore(saved.weights);
    router.roles.restore(saved.places);
    router.self.restore(saved.self);
    router.record.restore(saved.record);
    router.newestDay = saved.newestDay;
    router.cases = saved.cases;
    return router;
  }

  /** Notes whether the foretold unit was right, as if the case had just come. */
  private judge(reading: Reading, unit: string): void {
    const [first] = ranking(reading.chances);
    if (first === undefined) return;
    const prediction = this.predictionOf(reading);
    const right = this.learned.units.ids[first] === unit;
    this.record.add(this.self.confidenceIn(prediction), right);
    this.self.learn(prediction, right);
  }

  private predictionOf({ facts, votes, chances }: Reading): Prediction {
    const [first, second] = ranking(chances);
    const { kind, family, quarter, channel } = facts;
    const unit = this.learned.units.ids[first];
    const sharesOf = (context: number) => votes.find((vote) => vote.context === context)?.shares;
    const fresh = sharesOf(FRESHLY_ALIKE);
    const [likeliest] = fresh ? [...fresh.of].reduce((most, next) => (next[1] > most[1] ? next : most)) : [];
    return {
      first: chances[first],
      second: second === undefined ? 1e-3 : Math.max(1e-3, chances[second]),
      keys: [`${kind}|${unit}`, unit, `|${kind}`, `${unit}|${channel}|`, `${quarter}|${family}|${unit}`],
      likeTheLast: likeliest === undefined ? undefined : likeliest === unit,
      alike: sharesOf(MOST_ALIKE)?.total ?? 0,
    };
  }

  private read(subject: RouteSubject): Reading {
    return readCase(Math.max(this.newestDay, this.dayOf(subject)), factsOf(subject), this.learned);
  }

  private dayOf({ reportedAt }: RouteSubject): number {
    return reportedAt === undefined ? this.newestDay : reportedAt.getTime() / DAY_MS;
  }

  private isOpen(unit: string, out: ReadonlySet<string>): boolean {
    return !out.has(unit) && this.settings.exists(unit);
  }

  private present(department: string): string {
    return this.settings.aliases.get(department) ?? department;
  }
}

/** Indexes of the units, the likeliest first; equal ones in the order they were met. */
const ranking = (chances: Float64Array): number[] => [...chances.keys()].sort((a, b) => chances[b] - chances[a]);
