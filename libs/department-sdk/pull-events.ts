import { setTimeout as sleep } from 'node:timers/promises';
import type { HubEvent } from './events.js';
import type { HubRequests } from './hub-requests.js';
import { parseEvent, type ThinEvent, type UnknownEvent } from './parse-event.js';

export interface PullOptions {
  /** Where to go on: the `cursor` of the last message you have worked. Without it the hub knows what you have acknowledged. */
  readonly after?: string;
  /** Messages a page, 100 by default. Fewer come again when you crash, more make fewer requests. */
  readonly limit?: number;
  /** Wait between two questions while there is nothing new; 5 s by default. */
  readonly everyMs?: number;
  /** Ends the loop. */
  readonly signal?: AbortSignal;
}

/** A message that was fetched, under the id a webhook would have had. */
export interface PulledEvent {
  readonly id: string;
  /** To go on after it. */
  readonly cursor: string;
  readonly event: HubEvent | ThinEvent | UnknownEvent;
}

interface Page {
  readonly items: readonly { readonly id: string; readonly cursor: string; readonly event: object }[];
  readonly next: string;
}

const EVERY_MS = 5_000;

/** Pages on through the feed. Asking for the next page says that this one is done, so it waits until the last message was taken. */
export async function* pullEvents(
  requests: HubRequests,
  { after, limit, everyMs = EVERY_MS, signal }: PullOptions = {},
): AsyncGenerator<PulledEvent, void, undefined> {
  for (let from = after; !signal?.aborted;) {
    const { items, next } = await pageAfter(requests, from, limit);
    for (const { id, cursor, event } of items) yield { id, cursor, event: parseEvent(JSON.stringify(event)) };
    from = next;
    if (items.length === 0) await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function pageAfter(requests: HubRequests, after: string | undefined, limit: number | undefined): Promise<Page> {
  const query = new URLSearchParams({
    ...(after !== undefined && { after }),
    ...(limit !== undefined && { limit: String(limit) }),
  });
  const { text } = await requests.send({ id: 'the feed', path: `/department/v1/events?${query}` });
  return JSON.parse(text) as Page;
}
