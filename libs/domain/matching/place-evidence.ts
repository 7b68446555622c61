import type { TextProfile } from './match-subject.js';
import { namedPlaces, type NamedPlaces, type PlaceNumber } from './named-places.js';
import { isLikeName, isSameName, sharedGrams } from './one-place.js';
import type { Rarity } from './rarity.js';

/** What the places named in two texts say of whether they mean one spot. */
export type PlaceEvidence =
  | { readonly kind: 'none' }
  /** One place with one number: `建国路88号`, `阳光花园3栋`. */
  | { readonly kind: 'same-number'; readonly name: string }
  /** One place without agreeing numbers; `part` is the more the rarer the city names it, about 1 at most. */
  | { readonly kind: 'same-name'; readonly name: string; readonly part: number }
  /** One place, another number of the same sort. */
  | { readonly kind: 'other-number'; readonly name: string; readonly numbers: readonly [string, string] }
  /** Both name places, and none of them agree; `toTheDoor` when both give a number with it. */
  | { readonly kind: 'other-places'; readonly names: readonly [string, string]; readonly toTheDoor: boolean };

/** Compares the named places of two texts: numbers exactly, names also as one text mentions them. Symmetric. */
export function placeEvidence(a: TextProfile, b: TextProfile, rarity: Rarity): PlaceEvidence {
  const x = namedPlaces(a);
  const y = namedPlaces(b);
  if (x.names.length === 0 && y.names.length === 0) return { kind: 'none' };
  const shared = rarest([...sharedNames(x, y, rarity), ...mentioned(x, b, rarity), ...mentioned(y, a, rarity)]);
  const numbers = shared === undefined ? undefined : (sameNumber(x, y) ?? otherNumber(x, y));
  if (numbers !== undefined) return numbers;
  if (shared !== undefined && !haveOtherDoors(x, y)) return { kind: 'same-name', ...shared };
  if (x.names.length === 0 || y.names.length === 0) return { kind: 'none' };
  return { kind: 'other-places', names: [x.names[0].name, y.names[0].name], toTheDoor: x.toTheDoor && y.toTheDoor };
}

/** Two districts (`a3区`, `a5区`) when each text names some and they share none; a city counts only where no district is named. */
export function otherDistricts(a: TextProfile, b: TextProfile): readonly [string, string] | undefined {
  const mine = namedPlaces(a).districts;
  const theirs = namedPlaces(b).districts;
  if (mine.length === 0 || theirs.length === 0 || mine.some((name) => theirs.includes(name))) return undefined;
  return [mine[0], theirs[0]];
}

interface SharedName {
  readonly name: string;
  readonly part: number;
}

/** Rarity that a part of a name must have to stand for the place. */
const TELLING = 0.5;

/** The shorter names of the places that both texts name. */
function sharedNames(x: NamedPlaces, y: NamedPlaces, rarity: Rarity): SharedName[] {
  const shared: SharedName[] = [];
  if (!haveCommon(x.marks, y.marks)) return shared;
  for (const p of x.names) {
    for (const q of y.names) {
      const isSame = isSameName(p.name, q.name);
      if (!isSame && !isLikeName(p, q)) continue;
      const part = rarestOf(sharedGrams(p, q), rarity);
      if (isSame || part >= TELLING) shared.push({ name: shorterOf(p.name, q.name), part });
    }
  }
  return shared;
}

/** Whether two sorted lists share a number. */
function haveCommon(x: readonly number[], y: readonly number[]): boolean {
  let i = 0;
  let j = 0;
  while (i < x.length && j < y.length) {
    if (x[i] === y[j]) return true;
    if (x[i] < y[j]) i += 1;
    else j += 1;
  }
  return false;
}

function shorterOf(p: string, q: string): string {
  if (p.length !== q.length) return p.length < q.length ? p : q;
  return p < q ? p : q;
}

/** Places of one text that the other speaks of without the word for their kind: 兰亭湾畔 for 兰亭湾畔小区. */
function mentioned({ names }: NamedPlaces, { grams }: TextProfile, rarity: Rarity): SharedName[] {
  const shared: SharedName[] = [];
  for (const { proper, mention, grams: ofName } of names) {
    if (mention.length === 0 || !hasGram(grams, mention[0]) || !mention.every((gram) => hasGram(grams, gram))) continue;
    shared.push({ name: proper, part: rarestOf(ofName, rarity) });
  }
  return shared;
}

/** A name whose characters are all of grammar says a little at least. */
const rarestOf = (grams: readonly number[], rarity: Rarity): number =>
  grams.reduce((most, gram) => Math.max(most, rarity.of(gram)), 0.3);

function rarest(names: readonly SharedName[]): SharedName | undefined {
  return names.reduce<SharedName | undefined>(
    (best, one) => (best === undefined || one.part > best.part || (one.part === best.part && one.name < best.name) ? one : best),
    undefined,
  );
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

/** Both give a door, each in a street that the other does not name: what they share besides, 人才公寓, is not the place. */
function haveOtherDoors(x: NamedPlaces, y: NamedPlaces): boolean {
  const isStrange = (mine: NamedPlaces, theirs: NamedPlaces): boolean =>
    mine.toTheDoor &&
    mine.numbers.every(({ name }) => name === '' || theirs.names.every((other) => !isSameName(name, other.name)));
  return isStrange(x, y) && isStrange(y, x);
}

function sameNumber(x: NamedPlaces, y: NamedPlaces): PlaceEvidence | undefined {
  const pair = findPair(x, y, (p, q) => p.number === q.number);
  return pair && { kind: 'same-number', name: pair[0].name + pair[0].number };
}

function otherNumber(x: NamedPlaces, y: NamedPlaces): PlaceEvidence | undefined {
  const pair = findPair(x, y, (p, q) => p.counts === q.counts);
  return pair && { kind: 'other-number', name: pair[0].name || '同一处', numbers: [pair[0].number, pair[1].number] };
}

function findPair(
  x: NamedPlaces,
  y: NamedPlaces,
  fits: (p: PlaceNumber, q: PlaceNumber) => boolean,
): readonly [PlaceNumber, PlaceNumber] | undefined {
  for (const p of x.numbers) for (const q of y.numbers) if (fits(p, q) && isSameName(p.name, q.name)) return [p, q];
  return undefined;
}
