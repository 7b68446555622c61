import { DateTime } from 'luxon';
import type { Cursor } from '#domain/ports/platform-adapter.js';
import { foreignCursor, readCursor } from '../formats/cursor-text.js';
import { fieldOf, isFields } from '../formats/parse-json.js';

/** An opaque place of the platform's list, and the newest change up to there. */
export interface Footprint {
  readonly item: string;
  readonly at: number;
}

/**
 * An opaque cursor cannot be turned back by a minute. So we keep the places we came through, and start again from the
 * last one that is old enough.
 */
export interface Trail {
  readonly footprints: readonly Footprint[];
  /** The pull was not finished: go on exactly at the last footprint. */
  readonly midway: boolean;
  /** When this was written the walk was near the present, where messages still appear late. */
  readonly live?: boolean;
  /** Where to walk again once the end is reached: pulls broke off behind it, and messages may have appeared late there. */
  readonly again?: readonly Footprint[] | undefined;
}

/** The text that keeps a trail. */
export const writeTrail = (trail: Trail): Cursor => JSON.stringify(trail);

/** What was kept; an empty trail at the very beginning. */
export function readTrail(cursor: Cursor | undefined): Trail {
  const stored = readCursor(cursor);
  if (!stored) return { footprints: [], midway: false };
  const again: unknown = fieldOf(stored, 'again');
  return {
    footprints: readFootprints(fieldOf(stored, 'footprints')),
    midway: stored.midway === true,
    live: stored.live === true,
    again: again === undefined ? undefined : readFootprints(again),
  };
}

function readFootprints(stored: unknown): readonly Footprint[] {
  if (!Array.isArray(stored)) throw foreignCursor();
  return stored.map((print: unknown) => {
    if (!isFields(print) || typeof print.item !== 'string' || typeof print.at !== 'number') throw foreignCursor();
    return { item: print.item, at: print.at };
  });
}

/** Where a pull that goes on after a break walks again in the end; nothing far from the present, where nothing appears late. */
export function againAfter(trail: Trail, overlapSeconds: number, now: Date): readonly Footprint[] | undefined {
  if (!trail.midway || !trail.live) return trail.again;
  return trail.again ?? startOf({ ...trail, midway: false }, overlapSeconds, now);
}

/** Two clocks are never further apart. */
const MOST_SKEW_SECONDS = 600;

/** Whether the newest footprint is so near the present that messages may still appear behind it. */
export function isLive(footprints: readonly Footprint[], overlapSeconds: number, now: Date): boolean {
  const bound = DateTime.fromJSDate(now).minus({ seconds: overlapSeconds + MOST_SKEW_SECONDS });
  return (footprints.at(-1)?.at ?? 0) > bound.toMillis();
}

/** The trail from its last footprint that is older than the overlap; a change dated in the future makes none older. */
export function withoutOld(footprints: readonly Footprint[], overlapSeconds: number, now: Date): readonly Footprint[] {
  const latest = now.getTime();
  const newest = footprints.reduce((most, { at }) => (at <= latest ? Math.max(most, at) : most), 0);
  const bound = DateTime.fromMillis(newest).minus({ seconds: overlapSeconds }).toMillis();
  const last = footprints.findLastIndex(({ at }) => at <= bound);
  return last <= 0 ? footprints : footprints.slice(last);
}

/** Where a pull starts: the first footprint once it is old enough, otherwise the beginning of everything. */
export function startOf(trail: Trail, overlapSeconds: number, now: Date): readonly Footprint[] {
  if (trail.midway) return trail.footprints;
  const kept = withoutOld(trail.footprints, overlapSeconds, now);
  const newest = kept.reduce((most, { at }) => (at <= now.getTime() ? Math.max(most, at) : most), 0);
  const first = kept[0];
  return first && first.at <= DateTime.fromMillis(newest).minus({ seconds: overlapSeconds }).toMillis() ? [first] : [];
}
