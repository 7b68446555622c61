import { RejectedError } from '#domain/errors.js';

/** Some of a list, and where it goes on; `next` is absent on the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** Where to start and how much to read. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit: number;
}

/** A page out of `limit + 1` rows: the extra one only says that there is more. */
export function toPage<Item>(rows: readonly Item[], limit: number, position: (last: Item) => readonly string[]): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: cursorOf(position(last)) } : { items };
}

/** The opaque cursor of a position. */
export const cursorOf = (position: readonly string[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position behind an opaque cursor. `shapes` are the patterns its parts must have, since a cursor comes from outside. */
export function positionOf(cursor: string, shapes: readonly RegExp[]): readonly string[] {
  const parts = parse(cursor);
  const isOurs = parts.length === shapes.length && shapes.every((shape, index) => shape.test(parts[index]));
  if (!isOurs) throw new RejectedError('REQUEST_INVALID', 'cursor: not one that this list has handed out');
  return parts;
}

function parse(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : [];
  } catch {
    return [];
  }
}

export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const RUNNING_NUMBER = /^\d{1,18}$/;
