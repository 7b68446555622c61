import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { CaseEvent } from './case.js';

/** What a line of any history says: a case's, an undertaking's. */
interface HistoryEvent {
  readonly type: string;
  readonly at: Date;
  readonly actor: string;
  readonly data: object;
}

/** An event with its place in its history; `hash` covers the event and the hash before it. */
export interface ChainedEvent<Event extends HistoryEvent = CaseEvent> {
  readonly seq: number;
  readonly event: Event;
  readonly hash: Uint8Array;
}

/** Chains new events to a history of `version` events that ends in `last` (empty at the beginning). */
export function chainEvents<Event extends HistoryEvent>(
  events: readonly Event[],
  version: number,
  last: Uint8Array,
): ChainedEvent<Event>[] {
  let previous = last;
  return events.map((event, index) => {
    const seq = version + index + 1;
    const hash = hashEvent(previous, seq, event);
    previous = hash;
    return { seq, event, hash };
  });
}

/** SHA-256 over the previous hash and the event in canonical JSON, so that it survives a database that reorders keys. */
export function hashEvent(previous: Uint8Array, seq: number, event: HistoryEvent): Uint8Array {
  const text = canonicalJson({ seq, type: event.type, at: event.at, actor: event.actor, data: event.data });
  return createHash('sha256').update(previous).update(text).digest();
}

/** JSON with keys in order and absent values left out, whatever the order they were written in. */
export const canonicalJson: (value: object) => string = configure({ deterministic: true }) as (value: object) => string;
