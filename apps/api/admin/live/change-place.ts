import type { ChangePlace } from '#storage/live/change-feed.js';

/** A place among the changes as the id of a server-sent event. */
export const eventIdOf = ({ xid, id }: ChangePlace): string => `${xid}.${id}`;

const EVENT_ID = /^(\d{1,18})\.(\d{1,19})$/;
const MOST_ID = 9_223_372_036_854_775_807n;

/** The place that a client has seen everything up to; undefined for an id that we never gave. */
export function placeOf(eventId: string): ChangePlace | undefined {
  const [, xid, id] = EVENT_ID.exec(eventId) ?? [];
  return xid === undefined || BigInt(id) > MOST_ID ? undefined : { xid, id };
}

/** Whether the one comes before the other. */
export const isBefore = (a: ChangePlace, b: ChangePlace): boolean =>
  BigInt(a.xid) < BigInt(b.xid) || (a.xid === b.xid && BigInt(a.id) < BigInt(b.id));
