import type { CategoryCode } from '../ids.js';
import type { Rarity } from './rarity.js';

/** The signals of a score, by the names under which `matching.yaml` weighs them and an explanation lists them. */
export const SIGNALS = [
  'identity',
  'relay',
  'text',
  'title',
  'rare-words',
  'place-number',
  'place-name',
  'place-conflict',
  'place-other',
  'place-template',
  'district',
  'unsorted',
  'component',
  'distance',
  'grid',
  'area',
  'category',
  'category-sibling',
  'category-other',
  'time',
  'time-outside',
  'caller',
  'platform',
  'case',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** What each signal counts, by its name; one that is not named counts nothing. */
export type Weights = Readonly<Record<string, number>>;

/** What a city may tune in `matching.yaml`. Scores are sums of shares, in log-odds-like points. */
export interface MatchingPolicy {
  /** Score from which a report is attached without asking. */
  readonly attachFrom: number;
  /** Score from which an operator is asked. */
  readonly suggestFrom: number;
  readonly weights: Weights;
  /** All weights of pairs of which one is not classified, where words must say what the category cannot; `weights` without it. */
  readonly unsorted?: Weights;
  /** Metres at which two reports of a category stop being near; `default` for the rest. */
  readonly nearMetres: ReadonlyMap<CategoryCode | 'default', number>;
  /** Days within which two reports of a category can be one matter; `default` for the rest. */
  readonly windowDays: ReadonlyMap<CategoryCode | 'default', number>;
  /** Codes a citizen may well choose instead for the same matter. */
  readonly siblings: ReadonlyMap<CategoryCode, readonly CategoryCode[]>;
  /** Grids that touch each other; without it only equal grids count as near. */
  readonly neighbours?: ReadonlyMap<string, readonly string[]>;
  /** How rare the city's own texts make each gram; equal for all without it. */
  readonly rarity?: Rarity;
}
