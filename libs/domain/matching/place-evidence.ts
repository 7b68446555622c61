import type { TextProfile } from './match-subject.js';
import { placeNumbers, type NamedPlaces, type PlaceName, type PlaceNumber } from './named-places.js';
import { countShared, isAmong, isLikeName, isSameName } from './one-place.js';
import type { Rarity } from './rarity.js';
import type { ReportInHand } from './report-in-hand.js';

/** What the places named in two texts say of whether they mean one spot. */
export type PlaceEvidence =
  | { readonly kind: 'none' }
  /** One place with one number: `建国路88号`, `阳光花园3栋`. */
  | { readonly kind: 'same-number'; readonly name: string; readonly number: string }
  /** One place without agreeing numbers; `part` is the more the rarer the city names it, about 1 at most. */
  | { readonly kind: 'same-name'; readonly name: string; readonly part: number }
  /** One place, another number of the same sort. */
  | { readonly kind: 'other-number'; readonly name: string; readonly numbers: readonly [string, string] }
  /** Both name places, and none of them agree; `toTheDoor` when both give a number with it. */
  | { readonly kind: 'other-places'; readonly names: readonly [string, string]; readonly toTheDoor: boolean };

/** Compares the places that a report names with those of another text: numbers exactly, names also as one text mentions them. Symmetric. */
export function placeEvidence(report: ReportInHand, y: NamedPlaces, other: TextProfile): PlaceEvidence {
  const { places: x, rarity } = report;
  if (x.names.length === 0 && y.names.length === 0) return NONE;
  const shared = mentioned(y, report.subject.text.grams, rarity, mentioned(x, other.grams, rarity, sharedName(x, y, rarity)));
  if (shared !== undefined) {
    const [mine, theirs] = [report.numbers, placeNumbers(other)];
    const numbers = sameNumber(mine, theirs) ?? otherNumber(mine, theirs);
    if (numbers !== undefined) return numbers;
    if (!areStrange(x, mine, y) || !areStrange(y, theirs, x)) return { kind: 'same-name', ...shared };
  }
  if (x.names.length === 0 || y.names.length === 0) return NONE;
  return { kind: 'other-places', names: [x.names[0].name, y.names[0].name], toTheDoor: x.toTheDoor && y.toTheDoor };
}
const NONE: PlaceEvidence = { kind: 'none' };

/** Two districts (`a3区`, `a5区`) when each text names some and they share none; a city counts only where no district is named. */
export function otherDistricts(x: NamedPlaces, y: NamedPlaces): readonly [string, string] | undefined {
  const [mine, theirs] = [x.districts, y.districts];
  if (mine.length === 0 || theirs.length === 0 || mine.some((name) => theirs.includes(name))) return undefined;
  return [mine[0], theirs[0]];
}

interface SharedName {
  readonly name: string;
  readonly part: number;
}

/** Rarity that a part of a name must have to stand for the place. */
const TELLING = 0.5;

/**
 * Of the places that both texts name the rarest, by its shorter name. Two texts whose names have no two characters in common
 * name no common place, even where the end of one name is the other.
 */
function sharedName(x: NamedPlaces, y: NamedPlaces, rarity: Rarity): SharedName | undefined {
  let best: SharedName | undefined;
  let haveCommon = false;
  for (const p of x.names) {
    for (const q of y.names) {
      const shared = countShared(p, q);
      haveCommon ||= shared > 0 || p.name === q.name;
      const isSame = isSameName(p.name, q.name);
      if (!isSame && (shared === 0 || !isLikeName(p, q, shared))) continue;
      const part = rarestShared(p, q, rarity);
      if (isSame || part >= TELLING) best = rarer(best, shorterOf(p.name, q.name), part);
    }
  }
  return haveCommon ? best : undefined;
}

function shorterOf(p: string, q: string): string {
  if (p.length !== q.length) return p.length < q.length ? p : q;
  return p < q ? p : q;
}

/** The same of places that the other text speaks of without the word for their kind: 兰亭湾畔 for 兰亭湾畔小区. */
function mentioned(
  { names }: NamedPlaces,
  grams: ArrayLike<number>,
  rarity: Rarity,
  rarest: SharedName | undefined,
): SharedName | undefined {
  let best = rarest;
  for (const { proper, mention, grams: ofName } of names)
    if (mention.length > 0 && hasAll(grams, mention)) best = rarer(best, proper, rarestOf(ofName, rarity));
  return best;
}

/** Equal parts: the smaller name, so that the order says nothing. */
const rarer = (best: SharedName | undefined, name: string, part: number): SharedName =>
  best === undefined || part > best.part || (part === best.part && name < best.name) ? { name, part } : best;

/** A name whose characters are all of grammar says a little at least. */
const LEAST = 0.3;

function rarestOf(grams: readonly number[], rarity: Rarity): number {
  let most = LEAST;
  for (let at = 0; at < grams.length; at += 1) most = Math.max(most, rarity.of(grams[at]));
  return most;
}

function rarestShared(p: PlaceName, q: PlaceName, rarity: Rarity): number {
  let most = LEAST;
  for (let at = 0; at < p.grams.length; at += 1) if (isAmong(q.grams, p.grams[at])) most = Math.max(most, rarity.of(p.grams[at]));
  return most;
}

function hasAll(grams: ArrayLike<number>, wanted: readonly number[]): boolean {
  for (let at = 0; at < wanted.length; at += 1) if (!hasGram(grams, wanted[at])) return false;
  return true;
}

function hasGram(grams: ArrayLike<number>, gram: number): boolean {
  let start = 0;
  let end = grams.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (grams[middle] >> 1 < gram >> 1) start = middle + 1;
    else end = middle;
  }
  return start < grams.length && grams[start] >> 1 === gram >> 1;
}

/** Doors in a street that the other does not name. Where both have some, what they share besides, 人才公寓, is not the place. */
const areStrange = ({ toTheDoor }: NamedPlaces, numbers: readonly PlaceNumber[], others: NamedPlaces): boolean =>
  toTheDoor && numbers.every(({ name }) => name === '' || others.names.every((other) => !isSameName(name, other.name)));

function sameNumber(mine: readonly PlaceNumber[], theirs: readonly PlaceNumber[]): PlaceEvidence | undefined {
  const pair = findPair(mine, theirs, (p, q) => p.number === q.number);
  return pair && { kind: 'same-number', name: pair[0].name, number: pair[0].number };
}

function otherNumber(mine: readonly PlaceNumber[], theirs: readonly PlaceNumber[]): PlaceEvidence | undefined {
  const pair = findPair(mine, theirs, (p, q) => p.counts === q.counts);
  return pair && { kind: 'other-number', name: pair[0].name, numbers: [pair[0].number, pair[1].number] };
}

function findPair(
  mine: readonly PlaceNumber[],
  theirs: readonly PlaceNumber[],
  fits: (p: PlaceNumber, q: PlaceNumber) => boolean,
): readonly [PlaceNumber, PlaceNumber] | undefined {
  for (const p of mine) for (const q of theirs) if (fits(p, q) && isSameName(p.name, q.name)) return [p, q];
  return undefined;
}
