import { hashText } from './gram-hash.js';
import type { CategoryCode } from '../ids.js';
import type { MatchSubject, TextProfile } from './match-subject.js';
import { isDistrict } from './named-places.js';
import { UNCLASSIFIED } from '../report/report.js';

/** Rows of index a report may cost. */
const MAX_BLOCK_KEYS = 12;
const MAX_PLACE_KEYS = 3;
/** Two bands find what is nearly the same text, however common its words. */
const BANDS = 2;
/** Single grams find what shares only some words: those of the title, which says what it is about, before those of the whole. */
const TITLE_GRAMS = 5;
const WHOLE_GRAMS = 1;
/** Grams of the title that are looked for at least, stored or not, where no coordinates find what words do not. */
const SOUGHT_TITLE_GRAMS = 9;
/** About 300 m: a search of the four cells around the nearest corner sees everything within 150 m. */
const CELL_LATITUDE = 0.0027;
const CELL_LONGITUDE = 0.00314;
/** Cells to a side of what one lock covers. */
const LOCK_CELLS = 4;
const SECOND_SEED = 0x9747b28c;

/** All three kinds of key of one report, at the cost of little more than one. */
export interface MatchKeys {
  readonly blockKeys: readonly bigint[];
  readonly searchKeys: readonly bigint[];
  readonly lockSlots: readonly number[];
}

/** `blockKeys`, `searchKeys` and `lockSlots` in one go. */
export function matchKeys(subject: MatchSubject, siblings: readonly CategoryCode[] = []): MatchKeys {
  const plain = plainKeys(subject);
  const [own, ...others] = cellsAround(subject, siblings);
  const shared = keysOf(own === undefined ? plain : [...plain, own]);
  const more = [...others, ...moreGrams(subject)];
  return {
    blockKeys: shared,
    searchKeys: [...new Set([...shared, ...keysOf(more)])],
    lockSlots: slotsOf(subject, [...plain, ...moreGrams(subject)], 1024),
  };
}

/** The keys under which a report is stored to be found again, at most 12. */
export function blockKeys(subject: MatchSubject): bigint[] {
  return keysOf([...plainKeys(subject), ...ownCell(subject)]);
}

/**
 * The keys under which earlier reports are looked for: the block keys and, for the class of the report and of the codes a
 * citizen may well choose instead, the cells around, or without coordinates further words of the title; 16 and 4 more for each
 * further class.
 */
export function searchKeys(subject: MatchSubject, siblings: readonly CategoryCode[] = []): bigint[] {
  return keysOf([...plainKeys(subject), ...cellsAround(subject, siblings), ...moreGrams(subject)]);
}

/** The keys that nearly the same texts share, whatever they are about; none for a few words. */
export const twinKeys = ({ text }: MatchSubject): bigint[] => keysOf(bands(text.grams));

/**
 * The advisory locks that a worker takes, sorted, before it looks: two reports of which either could find the other share
 * a slot. Cells are locked in squares of 4 × 4, so that the four cells of a search cost one to four locks.
 */
export function lockSlots(subject: MatchSubject, slots = 1024): number[] {
  return slotsOf(subject, [...plainKeys(subject), ...moreGrams(subject)], slots);
}

function slotsOf(subject: MatchSubject, plain: readonly string[], slots: number): number[] {
  const squares = nearestCells(subject).map(([x, y]) => `lock|${Math.floor(x / LOCK_CELLS)}|${Math.floor(y / LOCK_CELLS)}`);
  const folded = [...plain, ...squares].map((key) => (hashText(key) >>> 0) % slots);
  return [...new Set(folded)].sort((a, b) => a - b);
}

type Cell = readonly [number, number];

function ownCell(subject: MatchSubject): string[] {
  const [own] = nearestCells(subject);
  return own ? [cellKey(own, classOf(subject.category))] : [];
}

function cellsAround(subject: MatchSubject, siblings: readonly CategoryCode[]): string[] {
  const cells = nearestCells(subject);
  const classes = [...new Set([subject.category, ...siblings].map(classOf))];
  return classes.flatMap((name) => cells.map((near) => cellKey(near, name)));
}

/** Everything but the cells, from the surest to the vaguest, as readable names. */
function plainKeys(subject: MatchSubject): string[] {
  const { place, relayOf, reporterHash, category, text } = subject;
  const keys = [`id|${subject.externalId}`];
  if (relayOf !== undefined) keys.push(`id|${relayOf.externalId}`);
  if (reporterHash !== undefined) keys.push(`caller|${reporterHash}|${classOf(category)}`);
  if (place.componentCode !== undefined) keys.push(`part|${place.componentCode}`);
  if (place.gridCode !== undefined && category !== UNCLASSIFIED) keys.push(`grid|${place.gridCode}|${category}`);
  keys.push(...specificPlaces(text.places).map((name) => `place|${name}`));
  const room = MAX_BLOCK_KEYS - keys.length - (isLocated(subject) ? 1 : 0);
  return [...keys, ...wordKeys(text).slice(0, room)];
}

/** From the surest to the vaguest; what other keys leave room for is filled with more of the same. */
function wordKeys({ grams }: TextProfile): string[] {
  const inTitle = titleGrams(grams);
  const first = [...inTitle.slice(0, TITLE_GRAMS), ...lowest(grams, WHOLE_GRAMS)];
  const more = [...inTitle.slice(TITLE_GRAMS, MAX_BLOCK_KEYS), ...lowest(grams, MAX_BLOCK_KEYS)];
  return [...new Set([...bands(grams), ...[...first, ...more].map(gramKey)])];
}

const isLocated = ({ place }: MatchSubject): boolean => place.longitude !== undefined && place.latitude !== undefined;

function moreGrams(subject: MatchSubject): string[] {
  if (isLocated(subject)) return [];
  return titleGrams(subject.text.grams).slice(0, SOUGHT_TITLE_GRAMS).map(gramKey);
}

/** Grams lie in an order that says nothing of their characters, the same in every text: two texts that share some share low ones. */
const lowest = (grams: ArrayLike<number>, count: number): number[] =>
  Array.from({ length: Math.min(count, grams.length) }, (_, at) => grams[at]);

const titleGrams = (grams: ArrayLike<number>): number[] => lowest(grams, grams.length).filter((gram) => (gram & 1) === 1);

const gramKey = (gram: number): string => `gram|${gram >> 1}`;

const classOf = (category: string): string => category.slice(0, 3);

/** Numbered places first, then longer names: what fewest reports share. */
function specificPlaces(places: readonly string[]): string[] {
  return places
    .filter((name) => !isDistrict(name) && !/^\d/.test(name))
    .map((name) => ({ name, rank: (/\d/.test(name) ? 100 : 0) + name.length }))
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_PLACE_KEYS)
    .map(({ name }) => name);
}

/** MinHash (Broder): pairs of smallest re-hashed grams; two texts of overlap J share a band with probability J². */
function bands(grams: ArrayLike<number>): string[] {
  if (grams.length < 4) return [];
  const found: string[] = [];
  for (let band = 0; band < BANDS; band += 1)
    found.push(`text|${band}|${least(grams, band * 2 + 1)}|${least(grams, band * 2 + 2)}`);
  return found;
}

/** Multiply-shift hashing (Dietzfelbinger): the grams are well mixed already, an odd factor makes another order of them. */
function least(grams: ArrayLike<number>, nth: number): number {
  const factor = Math.imul(nth, 0x9e3779b1) | 1;
  let smallest = 0x7fffffff;
  for (let index = 0; index < grams.length; index += 1) {
    const hash = Math.imul(grams[index] | 1, factor);
    if (hash < smallest) smallest = hash;
  }
  return smallest;
}

/** The cell a report lies in and, after it, the three around the corner it is nearest to; none without coordinates. */
function nearestCells({ place: { longitude, latitude } }: MatchSubject): Cell[] {
  if (longitude === undefined || latitude === undefined) return [];
  const [x, y] = [longitude / CELL_LONGITUDE, latitude / CELL_LATITUDE];
  const [ownX, ownY] = [Math.floor(x), Math.floor(y)];
  const nearX = Math.round(x) === ownX ? ownX - 1 : ownX + 1;
  const nearY = Math.round(y) === ownY ? ownY - 1 : ownY + 1;
  return [
    [ownX, ownY],
    [nearX, ownY],
    [ownX, nearY],
    [nearX, nearY],
  ];
}

/** A busy corner has hundreds of reports; those of another class of matter are not looked at. */
const cellKey = ([x, y]: Cell, className: string): string => `cell|${x}|${y}|${className}`;

/** Names as signed 64-bit numbers: two 32-bit hashes side by side. */
function keysOf(names: readonly string[]): bigint[] {
  const distinct = [...new Set(names)];
  const halves = new Int32Array(distinct.length * 2);
  distinct.forEach((name, i) => halves.set([hashText(name), hashText(name, SECOND_SEED)], i * 2));
  return [...new BigInt64Array(halves.buffer)];
}
