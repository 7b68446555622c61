/** A text as it is stored for searching and as it is searched for: one width, small letters. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const CODE = 2 ** 21;
const MOST_GRAM = 2 ** 31 - 1;

/**
 * Two neighbouring characters of a Chinese text, three of a run of ASCII letters and digits, as numbers; none across spaces and
 * punctuation. Two grams may share a number: who searches compares the text as well. Takes what `plainText` gives.
 */
export function gramsOf(plain: string): number[] {
  const codes = Array.from(plain, (letter) => wordCode(letter.codePointAt(0) ?? 0));
  const grams = codes.slice(1).map((next, at) => gramOf(codes[at], next, codes[at + 2] ?? 0));
  return [...new Set(grams.filter((gram) => gram !== 0))];
}

function gramOf(x: number, y: number, z: number): number {
  if (x === 0 || y === 0) return 0;
  if (x > 127 || y > 127) return (x * CODE + y) % MOST_GRAM;
  return z > 0 && z < 128 ? ((x * CODE + y) * CODE + z) % MOST_GRAM : 0;
}

/** Zero for what is no part of a word: spaces, and ASCII, general and Chinese punctuation. */
function wordCode(code: number): number {
  if (code < 128) return isLetterOrDigit(code) ? code : 0;
  const isPunctuation = (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f);
  return isPunctuation ? 0 : code;
}

const isLetterOrDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
