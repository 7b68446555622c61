import type { Cursor } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from '../formats/cursor-text.js';
import { fieldOf } from '../formats/parse-json.js';

/** Where reading a drop folder stands. */
export interface DropCursor {
  /** Files of `out/` read to their end but perhaps not moved away yet. */
  readonly finished: readonly string[];
  /** A file read in part, and the last row read of it. */
  readonly file?: string;
  readonly row?: number;
  /** Set while a pull from the very beginning reads `done/` again: its last file read to the end. */
  readonly again?: string;
}

/** The text that keeps a drop cursor. */
export const writeDropCursor = (cursor: DropCursor): Cursor => JSON.stringify(cursor);

/** What was kept; undefined at the very beginning. */
export function readDropCursor(cursor: Cursor | undefined): DropCursor | undefined {
  const stored = readCursor(cursor);
  if (!stored) return undefined;
  const finished = fieldOf(stored, 'finished');
  if (!Array.isArray(finished) || !finished.every((name) => typeof name === 'string')) throw foreignCursor();
  const file = fieldOf(stored, 'file');
  const row = fieldOf(stored, 'row');
  const again = fieldOf(stored, 'again');
  return {
    finished,
    ...(typeof file === 'string' && typeof row === 'number' && { file, row }),
    ...(typeof again === 'string' && { again }),
  };
}
