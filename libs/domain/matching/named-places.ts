import type { TextProfile } from './match-subject.js';

/** A place's number and what it counts: 号, 栋, 单元 …; `''` for a bare one, such as a lamp post's. */
export interface PlaceNumber {
  /** `''` for a building that stands by itself. */
  readonly name: string;
  readonly number: string;
  readonly counts: string;
}

/** The places of a profile, taken apart. */
export interface NamedPlaces {
  readonly names: readonly string[];
  readonly numbers: readonly PlaceNumber[];
  readonly districts: readonly string[];
  /** Whether some place is named to the door. */
  readonly toTheDoor: boolean;
}

const NONE: NamedPlaces = { names: [], numbers: [], districts: [], toTheDoor: false };
const known = new WeakMap<TextProfile, NamedPlaces>();

/** Takes the places of a profile apart, once. */
export function namedPlaces(text: TextProfile): NamedPlaces {
  if (text.places.length === 0) return NONE;
  const before = known.get(text);
  if (before !== undefined) return before;
  const names: string[] = [];
  const numbers: PlaceNumber[] = [];
  const districts: string[] = [];
  for (const place of text.places) {
    if (isDistrict(place)) districts.push(place);
    else splitPlace(place, names, numbers);
  }
  const made = { names, numbers, districts: withoutCities(districts), toTheDoor: numbers.some(({ name }) => name !== '') };
  known.set(text, made);
  return made;
}

/** `a7县`: a name that a published data set has masked. */
export function isDistrict(place: string): boolean {
  return isLetter(place.charCodeAt(0)) && '市区县'.includes(place.charAt(place.length - 1));
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
const isAscii = (unit: number): boolean => isDigit(unit) || isLetter(unit);

function splitPlace(place: string, names: string[], numbers: PlaceNumber[]): void {
  let start = 0;
  while (start < place.length && !isAscii(place.charCodeAt(start))) start += 1;
  const name = place.slice(0, start);
  if (name !== '' && !names.includes(name)) names.push(name);
  if (start === place.length) return;
  let end = place.length;
  while (!isAscii(place.charCodeAt(end - 1))) end -= 1;
  numbers.push({ name, number: place.slice(start), counts: place.slice(end) });
}

/** A city tells less than its districts. */
function withoutCities(districts: readonly string[]): readonly string[] {
  const below = districts.filter((name) => !name.endsWith('市'));
  return below.length > 0 ? below : districts;
}
