import { FUNCTION_UNITS } from './common-words.js';
import { hashText } from './gram-hash.js';
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

/** The places of a profile. */
export interface NamedPlaces {
  readonly names: readonly PlaceName[];
  readonly districts: readonly string[];
  /** Whether some place is named to the door. */
  readonly toTheDoor: boolean;
}

const NO_DISTRICTS: readonly string[] = [];

/** What every comparison asks of a profile's sorted places. Cheap enough to be told anew each time: most are compared once or twice. */
export function namedPlaces({ places }: TextProfile): NamedPlaces {
  const names: PlaceName[] = [];
  let districts = NO_DISTRICTS;
  let toTheDoor = false;
  let last: PlaceName | undefined;
  for (const place of places) {
    if (isDistrict(place)) {
      districts = [...districts, place];
      continue;
    }
    const end = endOfName(place);
    if (end === 0) continue;
    toTheDoor ||= end < place.length;
    if (last?.name.length === end && place.startsWith(last.name)) continue;
    last = placeName(place.slice(0, end));
    names.push(last);
  }
  return { names, districts: districts.length < 2 ? districts : withoutCities(districts), toTheDoor };
}

/** The numbers of a profile's places, of which only places of one name are asked. */
export function placeNumbers({ places }: TextProfile): PlaceNumber[] {
  const numbers: PlaceNumber[] = [];
  for (const place of places) {
    const start = endOfName(place);
    if (start === place.length || isDistrict(place)) continue;
    let end = place.length;
    while (!isAscii(place.charCodeAt(end - 1))) end -= 1;
    numbers.push({ name: place.slice(0, start), number: place.slice(start), counts: place.slice(end) });
  }
  return numbers;
}

/** `a7县`: a name that a published data set has masked. */
export function isDistrict(place: string): boolean {
  return isLetter(place.charCodeAt(0)) && '市区县'.includes(place.charAt(place.length - 1));
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
const isAscii = (unit: number): boolean => isDigit(unit) || isLetter(unit);

function endOfName(place: string): number {
  let end = 0;
  while (end < place.length && !isAscii(place.charCodeAt(end))) end += 1;
  return end;
}

/** A city has so many names that are written again and again. */
const NAMES_KEPT = 20_000;
const taken = new Map<string, PlaceName>();

/** Takes a name apart, once for all texts that have it while it is kept. */
function placeName(name: string): PlaceName {
  const before = taken.get(name);
  if (before !== undefined) return before;
  if (taken.size >= NAMES_KEPT) taken.clear();
  const proper = name.replace(PLACE_KIND, '');
  const grams = gramsOf(proper, 2);
  const made = { name, proper, grams: grams.length > 0 ? grams : gramsOf(name, 2), mention: gramsOf(proper, 3) };
  taken.set(name, made);
  return made;
}

/** As texts keep them: none reaches over a character of grammar, the lowest bit is not theirs. */
function gramsOf(text: string, length: 2 | 3): number[] {
  const grams: number[] = [];
  for (let at = 0; at + length <= text.length; at += 1) {
    const gram = text.slice(at, at + length);
    if (!hasGrammar(gram)) grams.push(hashText(gram) & ~1);
  }
  return grams;
}

function hasGrammar(gram: string): boolean {
  for (let at = 0; at < gram.length; at += 1) if (FUNCTION_UNITS[gram.charCodeAt(at)] === 1) return true;
  return false;
}

/** A city tells less than its districts. */
function withoutCities(districts: readonly string[]): readonly string[] {
  const below = districts.filter((name) => !name.endsWith('市'));
  return below.length > 0 ? below : districts;
}
