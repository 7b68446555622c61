import { asciiNumber } from './chinese-number.js';
import { COMMON_PAIRS } from './common-words.js';
import {
  BUILDING,
  CUT,
  EVERYWHERE,
  GENERIC,
  HOUSE,
  LAMP,
  MASKED,
  PARTICLES,
  POST,
  SCHOOL,
  STREET,
  SUFFIX,
} from './place-words.js';

const MAX_PLACES = 24;
const MAX_NAME = 6;

/** Named places of a folded text with their numbers, sorted: `建国路`, `建国路88号`, `阳光花园3栋`, `3栋2单元`, `路灯a103`, `a7县`. */
export function placeNames(text: string): string[] {
  const found = new Set<string>();
  addNamed(text, found);
  for (const match of text.matchAll(BUILDING)) addBuilding(text, match, found);
  if (text.includes('路灯')) for (const match of text.matchAll(LAMP)) found.add(`路灯${match[1].replaceAll('-', '')}`);
  for (const match of text.matchAll(MASKED)) found.add(match[0]);
  return [...found].slice(0, MAX_PLACES).sort();
}

function addNamed(text: string, found: Set<string>): void {
  let from = 0;
  for (const match of text.matchAll(SUFFIX)) {
    const name = nameBefore(text, from, match.index);
    const end = match.index + match[0].length;
    from = end;
    if (name === undefined || (SCHOOL.test(match[0]) && EVERYWHERE.test(name))) continue;
    const place = match[0] === '小区' ? name : name + match[0];
    found.add(place);
    if (STREET.test(match[0])) addHouse(place, text, end, found);
  }
}

/** The proper name that ends at `end` and begins no earlier than `from`. */
function nameBefore(text: string, from: number, end: number): string | undefined {
  let start = end;
  while (start > from && end - start < MAX_NAME) {
    const character = text[start - 1];
    if (character < '\u4e00' || character > '\u9fff') break;
    if (end - start >= 2 && (CUT.has(character) || COMMON_PAIRS.has(text.slice(start - 2, start)))) break;
    start -= 1;
  }
  const name = text.slice(start, end);
  if (name.length < 2 || GENERIC.test(name) || PARTICLES.has(name.slice(-1)) || COMMON_PAIRS.has(name.slice(-2)))
    return undefined;
  return name;
}

function addHouse(street: string, text: string, at: number, found: Set<string>): void {
  const house = matchAt(HOUSE, text, at);
  if (house !== null) found.add(street + asciiNumber(house[1]) + (house[3] === undefined ? house[2] : '号灯杆'));
  const post = house === null ? matchAt(POST, text, at) : null;
  if (post !== null) found.add(`${street}${asciiNumber(post[1])}号灯杆`);
}

/** The building stands for itself beside its unit, since one text names the unit and the other does not. */
function addBuilding(text: string, match: RegExpExecArray, found: Set<string>): void {
  const before = text.slice(Math.max(0, match.index - 20), match.index).replace(/(?:小区)?\s*$/, '');
  const name = nameBefore(before, 0, before.length) ?? '';
  if (name !== '') found.add(name);
  const building = `${name}${asciiNumber(match[1])}栋`;
  found.add(building);
  if (match[2] !== undefined) found.add(`${building}${asciiNumber(match[2])}单元`);
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
