import { DateTime } from 'luxon';
import type { Cursor } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from '../formats/cursor-text.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';

/** What finished pulls have found out about the list. */
export interface Settled {
  /** Newest change of the last finished pull. */
  readonly newest?: Date | undefined;
  /** When the last pull of the whole list or window began. */
  readonly fullAt?: Date | undefined;
  /** That pull, and all since, saw each row at least as new as the one below it. */
  readonly ordered: boolean;
}

/** Where a pull stands that goes down the list from its newest row. */
export interface Descent {
  /** Row to ask for next. */
  readonly start: number;
  readonly beganAt: Date;
  readonly full: boolean;
  /** Rows older than this need not be read; undefined: to the end of the list. */
  readonly until?: Date | undefined;
  /** Newest change on the first page. */
  readonly newest?: Date | undefined;
  readonly ordered: boolean;
  /** Names at the ends of the page before; one of them must come again, or rows have moved up unread. */
  readonly edge: readonly string[];
  /** Furthest row at which neither of them came. */
  readonly mendedAt: number;
  /** It goes back up from there to find one of them. */
  readonly seeking?: boolean;
}

export interface ListCursor {
  readonly settled: Settled;
  /** The pull was not finished: go on exactly here. */
  readonly descent?: Descent | undefined;
}

/** The text that keeps a place. */
export const writeListCursor = (cursor: ListCursor): Cursor => JSON.stringify(cursor);

/** What was kept; nothing is settled at the very beginning. */
export function readListCursor(cursor: Cursor | undefined): ListCursor {
  const stored = readCursor(cursor);
  if (!stored) return { settled: { ordered: false } };
  const { settled, descent } = stored;
  if (!isFields(settled)) throw foreignCursor();
  const { newest, fullAt } = settled;
  return {
    settled: { newest: optional(newest), fullAt: optional(fullAt), ordered: settled.ordered === true },
    descent: isFields(descent) ? readDescent(descent) : undefined,
  };
}

function readDescent(stored: Fields): Descent {
  const edge = fieldOf(stored, 'edge');
  const beganAt = optional(stored.beganAt);
  if (!beganAt || !Array.isArray(edge)) throw foreignCursor();
  return {
    start: rowOf(stored.start),
    beganAt,
    full: stored.full === true,
    until: optional(stored.until),
    newest: optional(stored.newest),
    ordered: stored.ordered === true,
    edge: edge.map(String),
    mendedAt: rowOf(stored.mendedAt),
    seeking: stored.seeking === true,
  };
}

function rowOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw foreignCursor();
  return value;
}

function optional(text: unknown): Date | undefined {
  if (text === undefined) return undefined;
  const read = DateTime.fromISO(String(text), { zone: 'utc' });
  if (!read.isValid) throw foreignCursor();
  return read.toJSDate();
}
