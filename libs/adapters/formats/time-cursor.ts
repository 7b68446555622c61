import { DateTime } from 'luxon';
import type { Cursor } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from './cursor-text.js';
import { fieldOf, isFields } from './parse-json.js';

/** What must be read once more: records may have appeared late there while nobody read. */
export interface Gap {
  readonly from: Date;
  readonly until: Date;
}

/** Where a walk through a list by time stands. */
export interface Place {
  readonly from: Date;
  readonly page: number;
  /** The pull was not finished: go on exactly here, without reading the overlap again. */
  readonly midway: boolean;
  /** Last entry of the page before, to see whether the list has moved since; none behind an empty page. */
  readonly anchor?: string | undefined;
  /** Newest time seen in the pages before this one. */
  readonly newest?: Date | undefined;
  /** The list is not oldest-first: only turning its pages to the end shows all of it. */
  readonly turning?: boolean;
  /** When this was written the walk was near the present, where records still appear late. */
  readonly live?: boolean;
  /** Empty pages in a row. */
  readonly empty?: number;
  /** Left behind by pulls that broke off; read again once the end is reached. */
  readonly gap?: Gap | undefined;
  /** A gap is being read: up to here. */
  readonly until?: Date | undefined;
  /** A gap is being read: the end reached before. */
  readonly end?: Date | undefined;
}

/** The text that keeps a place. */
export const writePlace = ({ empty: _empty, ...place }: Place): Cursor => JSON.stringify(place);

/** The place that was kept; undefined at the very beginning. */
export function readPlace(cursor: Cursor | undefined): Place | undefined {
  const stored = readCursor(cursor);
  if (!stored) return undefined;
  const page = Number(stored.page);
  if (!Number.isInteger(page) || page < 1) throw foreignCursor();
  const gap = fieldOf(stored, 'gap');
  return {
    from: instantOf(stored.from),
    page,
    midway: stored.midway === true,
    anchor: typeof stored.anchor === 'string' ? stored.anchor : undefined,
    newest: optional(stored.newest),
    turning: stored.turning === true,
    live: stored.live === true,
    gap: isFields(gap) ? { from: instantOf(gap.from), until: instantOf(gap.until) } : undefined,
    until: optional(stored.until),
    end: optional(stored.end),
  };
}

const optional = (text: unknown): Date | undefined => (text === undefined ? undefined : instantOf(text));

function instantOf(text: unknown): Date {
  const read = DateTime.fromISO(String(text), { zone: 'utc' });
  if (!read.isValid) throw foreignCursor();
  return read.toJSDate();
}
