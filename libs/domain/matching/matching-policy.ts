import type { CategoryCode } from '../ids.js';
import type { Rarity } from './text-overlap.js';

/** The signals of a score, by the names under which `matching.yaml` weighs them and an explanation lists them. */
export const SIGNALS = [
  'identity',
  'relay',
  'text',
  'title',
  'place-number',
  'place-name',
  'place-conflict',
  'place-other',
  'place-template',
  'district',
  'component',
  'distance',
  'grid',
  'area',
  'category',
  'category-other',
  'time',
  'time-outside',
  'caller',
  'platform',
  'case',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** What a city may tune in `matching.yaml`. Scores are sums of shares, in log-odds-like points. */
export interface MatchingPolicy {
  /** Score from which a report is attached without asking. */
  readonly attachFrom: number;
  /** Score from which an operator is asked. */
  readonly suggestFrom: number;
  /** Weight of each signal, by its name; a signal without one counts nothing. */
  readonly weights: Readonly<Record<string, number>>;
  /** Metres at which two reports of a category stop being near; `default` for the rest. */
  readonly nearMetres: ReadonlyMap<CategoryCode | 'default', number>;
  /** Days within which two reports of a category can be one matter; `default` for the rest. */
  readonly windowDays: ReadonlyMap<CategoryCode | 'default', number>;
  /** Codes a citizen may well choose instead for the same matter. */
  readonly siblings: ReadonlyMap<CategoryCode, readonly CategoryCode[]>;
  /** Grids that touch each other; without it only equal grids count as near. */
  readonly neighbours?: ReadonlyMap<string, readonly string[]>;
  /** Weight of a text gram, the rarer the heavier; equal weights without it. */
  readonly rarity?: Rarity;
}
