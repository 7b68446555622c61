import type { TextProfile } from './match-subject.js';

/** What the places named in two texts say of whether they mean one spot. */
export type PlaceEvidence =
  | { readonly kind: 'none' }
  /** One place with one number: `建国路88号`, `阳光小区3栋`. */
  | { readonly kind: 'same-number'; readonly name: string }
  /** One place without agreeing numbers; `part` is 1 for an estate or the like and for two streets, less for one long street. */
  | { readonly kind: 'same-name'; readonly name: string; readonly part: number }
  /** One place, another number of the same sort. */
  | { readonly kind: 'other-number'; readonly name: string; readonly numbers: readonly [string, string] }
  /** Both name places, and none of them agree; `numbered` when both say so to the door. */
  | { readonly kind: 'other-places'; readonly names: readonly [string, string]; readonly numbered: boolean };

interface NamedPlaces {
  /** Place name → its numbers, `''` for buildings that stand without a name. */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly string[];
  readonly districts: readonly string[];
  readonly hasNumberedName: boolean;
}

const STREET = /[路道街巷弄]$/;
const DISTRICT = /^[a-z]\d*[市区县]$/;
const parsed = new WeakMap<TextProfile, NamedPlaces>();

/** Compares the named places of two texts; numbers exactly, names also when one only writes more in front. Symmetric. */
export function placeEvidence(a: TextProfile, b: TextProfile): PlaceEvidence {
  const x = placesOf(a);
  const y = placesOf(b);
  const shared = sharedNames(x, y);
  return sameNumber(shared, x, y) ?? otherNumber(shared, x, y) ?? sameName(shared) ?? otherPlaces(x, y) ?? { kind: 'none' };
}

/** Two districts (`a3区`, `a5区`) when each text names some and they share none; a city counts only where no district is named. */
export function otherDistricts(a: TextProfile, b: TextProfile): readonly [string, string] | undefined {
  return strangers(placesOf(a).districts, placesOf(b).districts);
}

type NamePair = readonly [string, string];

function sharedNames(x: NamedPlaces, y: NamedPlaces): NamePair[] {
  const shared: NamePair[] = [];
  for (const p of x.names) for (const q of y.names) if (p === q || p.endsWith(q) || q.endsWith(p)) shared.push([p, q]);
  return shared;
}

function sameNumber(shared: readonly NamePair[], x: NamedPlaces, y: NamedPlaces): PlaceEvidence | undefined {
  for (const [p, q] of shared) {
    const number = x.numbers.get(p)?.find((n) => y.numbers.get(q)?.includes(n));
    if (number !== undefined) return { kind: 'same-number', name: p.length <= q.length ? p + number : q + number };
  }
  if (shared.length === 0) return undefined;
  const building = x.numbers.get('')?.find((n) => y.numbers.get('')?.includes(n));
  return building === undefined ? undefined : { kind: 'same-number', name: shared[0][0] + building };
}

function otherNumber(shared: readonly NamePair[], x: NamedPlaces, y: NamedPlaces): PlaceEvidence | undefined {
  for (const [p, q] of [...shared, ...(shared.length > 0 ? [['', ''] as const] : [])]) {
    const rivals = rivalNumbers(x.numbers.get(p) ?? [], y.numbers.get(q) ?? []);
    if (rivals !== undefined) return { kind: 'other-number', name: p || shared[0][0], numbers: rivals };
  }
  return undefined;
}

/** What a number counts: 号, 栋, 单元 …; '' for a bare one, such as a lamp post's. */
const sortOf = (number: string): string => number.replace(/^.*[0-9a-z]/, '');

/** Two numbers of one sort: both 号, both 栋. */
function rivalNumbers(mine: readonly string[], theirs: readonly string[]): readonly [string, string] | undefined {
  for (const p of mine) for (const q of theirs) if (sortOf(p) === sortOf(q)) return [p, q];
  return undefined;
}

function sameName(shared: readonly NamePair[]): PlaceEvidence | undefined {
  if (shared.length === 0) return undefined;
  const names = new Set(shared.map(([p, q]) => (p.length <= q.length ? p : q)));
  const part = [...names].reduce((sum, name) => sum + (STREET.test(name) ? 0.5 : 1), 0);
  return { kind: 'same-name', name: [...names].sort().join('、'), part: Math.min(1, part) };
}

function otherPlaces(x: NamedPlaces, y: NamedPlaces): PlaceEvidence | undefined {
  const names = strangers(x.names, y.names);
  if (names === undefined) return undefined;
  return { kind: 'other-places', names, numbered: x.hasNumberedName && y.hasNumberedName };
}

function strangers(mine: readonly string[], theirs: readonly string[]): readonly [string, string] | undefined {
  if (mine.length === 0 || theirs.length === 0 || mine.some((name) => theirs.includes(name))) return undefined;
  return [mine[0], theirs[0]];
}

/** A city tells less than its districts. */
function withoutCities(districts: readonly string[]): readonly string[] {
  const below = districts.filter((name) => !name.endsWith('市'));
  return below.length > 0 ? below : districts;
}

function placesOf(text: TextProfile): NamedPlaces {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const numbers = new Map<string, string[]>();
  const names: string[] = [];
  const districts: string[] = [];
  for (const place of text.places) {
    if (DISTRICT.test(place)) districts.push(place);
    else splitPlace(place, names, numbers);
  }
  const hasNumberedName = [...numbers.keys()].some((name) => name !== '');
  const made = { numbers, names, districts: withoutCities(districts), hasNumberedName };
  parsed.set(text, made);
  return made;
}

function splitPlace(place: string, names: string[], numbers: Map<string, string[]>): void {
  const at = place.search(/[a-z]*\d/);
  if (at < 0) {
    names.push(place);
    return;
  }
  const name = place.slice(0, at);
  if (name !== '' && !names.includes(name)) names.push(name);
  numbers.set(name, [...(numbers.get(name) ?? []), place.slice(at)]);
}
