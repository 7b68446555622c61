import { SIGNALS, type Weights } from './matching-policy.js';
import { AT } from './signal-at.js';

/** Weights made ready for weighing many pairs. */
export interface Scale {
  /** In the order of the signals; one that is not named counts nothing. */
  readonly weights: Float64Array;
  /** The most that places could add, but for a name that is shared. */
  readonly mostOfPlaces: number;
  /** The most that titles and templates could add. */
  readonly mostOfTexts: number;
}

const known = new WeakMap<Weights, Scale>();

/** Makes weights ready, once. */
export function scaleOf(named: Weights): Scale {
  const before = known.get(named);
  if (before !== undefined) return before;
  const weights = Float64Array.from(SIGNALS, (signal) => named[signal] ?? 0);
  const scale = {
    weights,
    mostOfPlaces: mostOf(weights, FOR_PLACES, AGAINST_PLACES),
    mostOfTexts: mostOf(weights, FOR_TEXTS, AGAINST_TEXTS),
  };
  known.set(named, scale);
  return scale;
}

const FOR_PLACES = [AT['place-number']];
const AGAINST_PLACES = [AT['place-conflict'], AT['place-other'], AT.district];
const FOR_TEXTS = [AT.title];
const AGAINST_TEXTS = [AT['place-template']];
/** What rounding may add to as many shares. */
const ROUNDED_UP = 0.004;

/** Each counts up to all of its weight, for or against; nobody says that a weight is positive. */
function mostOf(weights: Float64Array, inFavour: readonly number[], against: readonly number[]): number {
  const most = inFavour.reduce((sum, at) => sum + Math.max(0, weights[at]), ROUNDED_UP);
  return against.reduce((sum, at) => sum + Math.max(0, -weights[at]), most);
}
