import { hashText } from './gram-hash.js';
import type { MatchSubject } from './match-subject.js';
import { isDistrict } from './named-places.js';
import { UNCLASSIFIED } from '../report/report.js';

/** Rows of index a report may cost. */
const MAX_BLOCK_KEYS = 12;
const MAX_PLACE_KEYS = 3;
const MAX_BANDS = 8;
/** About 150 m: a neighbour search over 3 × 3 cells sees everything within that. */
const CELL_LATITUDE = 0.00135;
const CELL_LONGITUDE = 0.00157;
/** Cells to a side of what one lock covers. */
const LOCK_CELLS = 8;
const SECOND_SEED = 0x9747b28c;

/** The keys under which a report is stored to be found again, at most 12. */
export function blockKeys(subject: MatchSubject): bigint[] {
  const cell = cellOf(subject);
  return keysOf([...plainKeys(subject), ...(cell ? [cellKey(cell)] : [])]);
}

/** The keys under which earlier reports are looked for: the block keys and the cells around, at most 20. */
export function searchKeys(subject: MatchSubject): bigint[] {
  const cell = cellOf(subject);
  return keysOf([...plainKeys(subject), ...(cell ? around(cell).map(cellKey) : [])]);
}

/**
 * The advisory locks that a worker takes, sorted, before it looks: two reports of which either could find the other share
 * a slot. Cells are locked in squares of 8 × 8, so that the nine cells of a search cost one to four locks.
 */
export function lockSlots(subject: MatchSubject, slots = 1024): number[] {
  const cell = cellOf(subject);
  const squares = (cell ? around(cell) : []).map(([x, y]) => `lock|${Math.floor(x / LOCK_CELLS)}|${Math.floor(y / LOCK_CELLS)}`);
  const folded = [...plainKeys(subject), ...squares].map((key) => (hashText(key) >>> 0) % slots);
  return [...new Set(folded)].sort((a, b) => a - b);
}

type Cell = readonly [number, number];

/** Everything but the cells, from the surest to the vaguest, as readable names. */
function plainKeys(subject: MatchSubject): string[] {
  const { place, relayOf, reporterHash, category, text } = subject;
  const keys = [`id|${subject.externalId}`];
  if (relayOf !== undefined) keys.push(`id|${relayOf.externalId}`);
  if (reporterHash !== undefined) keys.push(`caller|${reporterHash}|${classOf(category)}`);
  if (place.componentCode !== undefined) keys.push(`part|${place.componentCode}`);
  if (place.gridCode !== undefined && category !== UNCLASSIFIED) keys.push(`grid|${place.gridCode}|${category}`);
  keys.push(...specificPlaces(text.places).map((name) => `place|${name}`));
  const room = MAX_BLOCK_KEYS - 1 - keys.length;
  return [...keys, ...bands(text.grams, Math.min(MAX_BANDS, room))];
}

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
function bands(grams: readonly number[], count: number): string[] {
  if (grams.length < 4) return [];
  const found: string[] = [];
  for (let band = 0; band < count; band += 1)
    found.push(`text|${band}|${least(grams, band * 2 + 1)}|${least(grams, band * 2 + 2)}`);
  return found;
}

/** Multiply-shift hashing (Dietzfelbinger): the grams are well mixed already, an odd factor makes another order of them. */
function least(grams: readonly number[], nth: number): number {
  const factor = Math.imul(nth, 0x9e3779b1) | 1;
  let smallest = 0x7fffffff;
  for (const gram of grams) {
    const hash = Math.imul(gram | 1, factor);
    if (hash < smallest) smallest = hash;
  }
  return smallest;
}

function cellOf(subject: MatchSubject): Cell | undefined {
  const { longitude, latitude } = subject.place;
  if (longitude === undefined || latitude === undefined) return undefined;
  return [Math.floor(longitude / CELL_LONGITUDE), Math.floor(latitude / CELL_LATITUDE)];
}

const cellKey = ([x, y]: Cell): string => `cell|${x}|${y}`;

const around = ([x, y]: Cell): Cell[] => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [x + dx, y + dy] as const));

/** Names as signed 64-bit numbers: two 32-bit hashes side by side. */
function keysOf(names: readonly string[]): bigint[] {
  const distinct = [...new Set(names)];
  const halves = new Int32Array(distinct.length * 2);
  distinct.forEach((name, i) => halves.set([hashText(name), hashText(name, SECOND_SEED)], i * 2));
  return [...new BigInt64Array(halves.buffer)];
}
