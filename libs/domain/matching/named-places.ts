import { FUNCTION_UNITS } from './common-words.js';
import { eachGram, hashText } from './gram-hash.js';
import type { TextProfile } from './match-subject.js';
import { PLACE_KIND } from './place-words.js';

/** A place's number and what it counts: 号, 栋, 单元 …; `''` for a bare one, such as a lamp post's. */
export interface PlaceNumber {
  /** `''` for a building that stands by itself. */
  readonly name: string;
  readonly number: string;
  readonly counts: string;
}

/** A named place without its number. */
export interface PlaceName {
  readonly name: string;
  /** What is left without the word for its kind: `建国` of 建国路. */
  readonly proper: string;
  /** Grams of two characters of the proper part. */
  readonly grams: readonly number[];
  /** Grams of three: another text that has them all mentions the place, though perhaps not as one. */
  readonly mention: readonly number[];
}

/** The places of a profile, taken apart. */
export interface NamedPlaces {
  readonly names: readonly PlaceName[];
  /** All that names are compared by, sorted: two texts without a common one name no common place. */
  readonly marks: readonly number[];
  readonly numbers: readonly PlaceNumber[];
  readonly districts: readonly string[];
  /** Whether some place is named to the door. */
  readonly toTheDoor: boolean;
}

const NONE: NamedPlaces = { names: [], marks: [], numbers: [], districts: [], toTheDoor: false };
const known = new WeakMap<TextProfile, NamedPlaces>();

/** Takes the places of a profile apart, once. */
export function namedPlaces(text: TextProfile): NamedPlaces {
  if (text.places.length === 0) return NONE;
  const before = known.get(text);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const numbers: PlaceNumber[] = [];
  const districts: string[] = [];
  for (const place of text.places) {
    if (isDistrict(place)) districts.push(place);
    else splitPlace(place, names, numbers);
  }
  const toTheDoor = numbers.some(({ name }) => name !== '');
  const taken = [...names].map(toPlaceName);
  const marks = [...new Set(taken.flatMap(({ name, grams }) => [hashText(name), ...grams]))].sort((a, b) => a - b);
  const made = { names: taken, marks, numbers, districts: withoutCities(districts), toTheDoor };
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

function splitPlace(place: string, names: Set<string>, numbers: PlaceNumber[]): void {
  let start = 0;
  while (start < place.length && !isAscii(place.charCodeAt(start))) start += 1;
  const name = place.slice(0, start);
  if (name !== '') names.add(name);
  if (start === place.length) return;
  let end = place.length;
  while (!isAscii(place.charCodeAt(end - 1))) end -= 1;
  numbers.push({ name, number: place.slice(start), counts: place.slice(end) });
}

function toPlaceName(name: string): PlaceName {
  const proper = name.replace(PLACE_KIND, '');
  const grams = gramsOf(proper, 2);
  return { name, proper, grams: grams.length > 0 ? grams : gramsOf(name, 2), mention: gramsOf(proper, 3) };
}

/** As texts keep them: none reaches over a character of grammar, the lowest bit is not theirs. */
function gramsOf(text: string, length: 2 | 3): number[] {
  const grams: number[] = [];
  for (let at = 0; at + length <= text.length; at += 1) {
    if ([...text.slice(at, at + length)].some((character) => FUNCTION_UNITS[character.charCodeAt(0)] === 1)) continue;
    let longest = 0;
    eachGram(text, at, at + length, (hash) => (longest += 1) === length - 1 && grams.push(hash & ~1));
  }
  return grams;
}

/** A city tells less than its districts. */
function withoutCities(districts: readonly string[]): readonly string[] {
  const below = districts.filter((name) => !name.endsWith('市'));
  return below.length > 0 ? below : districts;
}
