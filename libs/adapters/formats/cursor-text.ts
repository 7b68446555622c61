import { OperatorError } from '#domain/errors.js';
import type { Cursor } from '#domain/ports/platform-adapter.js';
import { isFields, parseJson } from './parse-json.js';
import type { Fields } from './parse-json.js';

/** A stored cursor's fields; undefined at the very beginning. */
export function readCursor(cursor: Cursor | undefined): Fields | undefined {
  if (cursor === undefined) return undefined;
  const read = parseJson(cursor);
  if (read && isFields(read.value)) return read.value;
  throw foreignCursor();
}

/** The error for a cursor that another kind of adapter made. */
export const foreignCursor = (): OperatorError =>
  new OperatorError('CONFIG_INVALID', 'the stored cursor is not of this adapter: was the kind of the platform changed?');
