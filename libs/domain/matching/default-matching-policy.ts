import type { CategoryCode } from '../ids.js';
import type { MatchingPolicy, Signal } from './matching-policy.js';

const WEIGHTS: Readonly<Record<Signal, number>> = {
  identity: 30,
  relay: 20,
  text: 10,
  title: 3.5,
  'place-number': 6,
  'place-name': 2.5,
  'place-conflict': 9.5,
  'place-other': 1.8,
  'place-template': 3.4,
  district: 1.7,
  component: 10,
  distance: 3,
  grid: 2.7,
  area: 1.2,
  category: 0.5,
  'category-other': 3.8,
  time: 1.7,
  'time-outside': 5.2,
  caller: 1.8,
  platform: 0.2,
  case: 1.2,
};

const byCategory = (entries: Readonly<Record<string, number>>): ReadonlyMap<CategoryCode | 'default', number> =>
  new Map(Object.entries(entries) as [CategoryCode | 'default', number][]);

/** The weights the project was tuned with; `matching.yaml` of the demo city holds the same numbers. */
export const DEFAULT_MATCHING_POLICY: MatchingPolicy = {
  attachFrom: 8.5,
  suggestFrom: 6,
  weights: WEIGHTS,
  nearMetres: byCategory({ default: 150 }),
  windowDays: byCategory({ default: 30 }),
  siblings: new Map(),
};
