import type { Cursor } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from '../cursor-text.js';
import { fieldOf, isFields } from '../parse-json.js';
import type { Fields } from '../parse-json.js';

/** A file as it was when it was looked at: the same name with another mark is another file. */
export interface SeenFile {
  readonly name: string;
  readonly mark: string;
}

/** Where reading a drop folder stands. */
export interface DropCursor {
  /** Files of `out/` read to their end but perhaps not moved away yet. */
  readonly finished: readonly SeenFile[];
  /** A file read in part, and the last row read of it. */
  readonly reading?: SeenFile & { readonly row: number };
  /** Set while a pull from the very beginning reads `done/` again: its last file read to the end. */
  readonly again?: string;
}

/** The text that keeps a drop cursor. */
export const writeDropCursor = (cursor: DropCursor): Cursor => JSON.stringify(cursor);

/** What was kept; undefined at the very beginning. Throws OperatorError for a cursor that is none of ours. */
export function readDropCursor(cursor: Cursor | undefined): DropCursor | undefined {
  const stored = readCursor(cursor);
  if (!stored) return undefined;
  const finished = fieldOf(stored, 'finished');
  if (!Array.isArray(finished)) throw foreignCursor();
  const again = fieldOf(stored, 'again');
  const reading = readingOf(stored);
  return { finished: finished.map(seenOf), ...(reading && { reading }), ...(typeof again === 'string' && { again }) };
}

function seenOf(value: unknown): SeenFile {
  // releases before kept names only
  if (typeof value === 'string') return { name: value, mark: '' };
  if (isFields(value) && typeof value.name === 'string' && typeof value.mark === 'string') {
    return { name: value.name, mark: value.mark };
  }
  throw foreignCursor();
}

function readingOf(stored: Fields): DropCursor['reading'] {
  const reading = fieldOf(stored, 'reading');
  return isFields(reading) && typeof reading.row === 'number' ? { ...seenOf(reading), row: reading.row } : undefined;
}
