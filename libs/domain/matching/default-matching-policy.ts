import type { CategoryCode } from '../ids.js';
import type { MatchingPolicy, Signal } from './matching-policy.js';

const WEIGHTS: Readonly<Record<Signal, number>> = {
  identity: 30,
  relay: 20,
  text: 12,
  title: 4,
  'place-number': 3,
  'place-name': 1.5,
  'place-conflict': 4,
  'place-other': 2,
  'place-template': 8,
  district: 3,
  component: 6,
  distance: 3.5,
  grid: 1,
  area: 0.8,
  category: 1,
  'category-other': 4,
  time: 0.8,
  'time-outside': 5,
  caller: 1,
  platform: 0.2,
  case: 0.5,
};

const byCategory = (entries: Readonly<Record<string, number>>): ReadonlyMap<CategoryCode | 'default', number> =>
  new Map(Object.entries(entries) as [CategoryCode | 'default', number][]);

/** The weights the project was tuned with; `matching.yaml` of the demo city holds the same numbers. */
export const DEFAULT_MATCHING_POLICY: MatchingPolicy = {
  attachFrom: 6,
  suggestFrom: 3.5,
  weights: WEIGHTS,
  nearMetres: byCategory({ default: 150 }),
  windowDays: byCategory({ default: 30 }),
  siblings: new Map(),
};
