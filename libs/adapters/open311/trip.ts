import { DateTime } from 'luxon';
import type { Cursor } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from '../formats/cursor-text.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import type { Lane } from './lane.js';

/** Where the pulls of one city stand. */
export interface Trip {
  /** What is new, by the time the city can be asked by. */
  readonly news: Lane;
  /** The re-reading of requests already known, while it is under way. */
  readonly again?: Lane;
  /** When requests were last begun to be read again. */
  readonly againAt: Date;
  /** When this was written the news were near the present, where requests still appear late. */
  readonly live?: boolean;
  /** Pulls broke off here: what has appeared late behind it meanwhile is read once the end is reached. */
  readonly gap?: Date | undefined;
}

export const writeTrip = (trip: Trip): Cursor => JSON.stringify(trip);

function instantOf(value: unknown): Date {
  const read = typeof value === 'string' ? DateTime.fromISO(value) : undefined;
  if (!read?.isValid) throw foreignCursor();
  return read.toJSDate();
}

function laneOf(value: unknown): Lane {
  if (!isFields(value)) throw foreignCursor();
  const { edges, page, anchor, waiting } = value;
  if (!Array.isArray(edges) || typeof page !== 'number' || !(Number.isInteger(page) && page >= 1)) throw foreignCursor();
  return {
    edges: edges.map(instantOf),
    page,
    newest: instantOf(value.newest),
    ...(typeof anchor === 'string' && { anchor }),
    ...(waiting !== undefined && { waiting: instantOf(waiting) }),
  };
}

/** What was kept; undefined at the very beginning. */
export function readTrip(cursor: Cursor | undefined): Trip | undefined {
  const stored: Fields | undefined = readCursor(cursor);
  if (!stored) return undefined;
  const again = fieldOf(stored, 'again');
  return {
    news: laneOf(fieldOf(stored, 'news')),
    againAt: instantOf(fieldOf(stored, 'againAt')),
    live: stored.live === true,
    ...(stored.gap !== undefined && { gap: instantOf(stored.gap) }),
    ...(again !== undefined && { again: laneOf(again) }),
  };
}
