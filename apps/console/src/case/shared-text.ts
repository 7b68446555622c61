export interface Piece {
  readonly text: string;
  readonly isShared: boolean;
}

const LEAST = 2;

/** A text in pieces: what stands in the other text too (two characters and more, blanks and signs aside), and what does not. */
export function piecesOf(text: string, other: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const length = sharedFrom(text, at, other);
    const isShared = length >= LEAST;
    const end = at + (isShared ? length : 1);
    const last = pieces.at(-1);
    if (last?.isShared === isShared) pieces[pieces.length - 1] = { text: last.text + text.slice(at, end), isShared };
    else pieces.push({ text: text.slice(at, end), isShared });
    at = end;
  }
  return pieces;
}

/** How many characters from a place on stand in the other text in one run, beginning with a letter or digit. */
function sharedFrom(text: string, from: number, other: string): number {
  if (!/[\p{L}\p{N}]/u.test(text[from])) return 0;
  let length = 0;
  while (from + length < text.length && other.includes(text.slice(from, from + length + 1))) length += 1;
  return length;
}
