import type { TextProfile } from './match-subject.js';
import { namedPlaces, type NamedPlaces, type PlaceNumber } from './named-places.js';

/** What the places named in two texts say of whether they mean one spot. */
export type PlaceEvidence =
  | { readonly kind: 'none' }
  /** One place with one number: `建国路88号`, `阳光花园3栋`. */
  | { readonly kind: 'same-number'; readonly name: string }
  /** One place without agreeing numbers; `part` is 1 for an estate or the like and for two streets, less for one long street. */
  | { readonly kind: 'same-name'; readonly name: string; readonly part: number }
  /** One place, another number of the same sort. */
  | { readonly kind: 'other-number'; readonly name: string; readonly numbers: readonly [string, string] }
  /** Both name places, and none of them agree; `toTheDoor` when both give a number with it. */
  | { readonly kind: 'other-places'; readonly names: readonly [string, string]; readonly toTheDoor: boolean };

const STREET_ENDS = '路道街巷弄';

/** Compares the named places of two texts; numbers exactly, names also when one only writes more in front. Symmetric. */
export function placeEvidence(a: TextProfile, b: TextProfile): PlaceEvidence {
  const x = namedPlaces(a);
  const y = namedPlaces(b);
  if (x.names.length === 0 || y.names.length === 0) return { kind: 'none' };
  const shared = sharedNames(x, y);
  if (shared.length === 0) return otherPlaces(x, y);
  return sameNumber(x, y) ?? otherNumber(x, y) ?? sameName(shared);
}

/** Two districts (`a3区`, `a5区`) when each text names some and they share none; a city counts only where no district is named. */
export function otherDistricts(a: TextProfile, b: TextProfile): readonly [string, string] | undefined {
  const mine = namedPlaces(a).districts;
  const theirs = namedPlaces(b).districts;
  if (mine.length === 0 || theirs.length === 0 || mine.some((name) => theirs.includes(name))) return undefined;
  return [mine[0], theirs[0]];
}

/** One place, also where one text only writes more in front; buildings without a name stand in the place that is shared. */
const areOnePlace = (p: string, q: string): boolean => p === q || (p !== '' && q !== '' && (p.endsWith(q) || q.endsWith(p)));

/** The shorter names of the places that both texts name. */
function sharedNames(x: NamedPlaces, y: NamedPlaces): string[] {
  const shared: string[] = [];
  for (const p of x.names) for (const q of y.names) if (areOnePlace(p, q)) shared.push(p.length <= q.length ? p : q);
  return shared;
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
  for (const p of x.numbers) for (const q of y.numbers) if (fits(p, q) && areOnePlace(p.name, q.name)) return [p, q];
  return undefined;
}

function sameName(shared: readonly string[]): PlaceEvidence {
  const names = [...new Set(shared)].sort();
  const part = names.reduce((sum, name) => sum + (STREET_ENDS.includes(name.charAt(name.length - 1)) ? 0.5 : 1), 0);
  return { kind: 'same-name', name: names.join('、'), part: Math.min(1, part) };
}

function otherPlaces(x: NamedPlaces, y: NamedPlaces): PlaceEvidence {
  return { kind: 'other-places', names: [x.names[0], y.names[0]], toTheDoor: x.toTheDoor && y.toTheDoor };
}
