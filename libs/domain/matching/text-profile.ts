import { COMMON_GRAMS, FUNCTION_UNITS } from './common-words.js';
import { eachGram } from './gram-hash.js';
import { foldText, plainText } from './letter-text.js';
import type { TextProfile } from './match-subject.js';
import { placeNames } from './place-names.js';

/** Grams kept of one text: the smallest hashes, a fair sample of all of them and the same one for equal texts. */
export const GRAMS_KEPT = 160;
/** Grams of the title that are kept beyond the sample. */
const TITLE_GRAMS_KEPT = 40;
/** The lowest bit of a kept gram says that it stands in the title; the other 31 are the hash. */
const IN_TITLE = 1;
const BLANK = 32;

/** What the matcher needs of a report's words; total on any string. `address` is read for places only. */
export function profileText(title: string, body: string, address = ''): TextProfile {
  return {
    grams: sampleGrams(plainText(title), plainText(body)),
    places: placeNames(foldText(`${address}\n${title}\n${body}`)),
  };
}

function sampleGrams(title: string, body: string): number[] {
  const found = new Int32Array((title.length + body.length) * 2);
  const inTitle = collectGrams(title, found, 0, IN_TITLE);
  const count = collectGrams(body, found, inTitle, 0);
  return sample(found.subarray(0, count).sort());
}

function collectGrams(text: string, into: Int32Array, from: number, mark: number): number {
  let count = from;
  const take = (hash: number): void => {
    if (!COMMON_GRAMS.has(hash)) into[count++] = (hash & ~IN_TITLE) | mark;
  };
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const unit = i < text.length ? text.charCodeAt(i) : BLANK;
    if (unit !== BLANK && FUNCTION_UNITS[unit] === 0) continue;
    eachGram(text, start, i, take);
    start = i + 1;
  }
  return count;
}

/** Of a gram in both title and body the marked one, which sorts last, stays. */
function sample(sorted: Int32Array): number[] {
  const kept: number[] = [];
  for (let i = 0; i < sorted.length; i += 1) {
    if (i + 1 < sorted.length && sorted[i] >> 1 === sorted[i + 1] >> 1) continue;
    const marked = (sorted[i] & IN_TITLE) === IN_TITLE;
    if (kept.length < GRAMS_KEPT || (marked && kept.length < GRAMS_KEPT + TITLE_GRAMS_KEPT)) kept.push(sorted[i]);
  }
  return kept;
}
