import { dataOf, isEventType, isThin, thinData, type CaseData, type HubEvent } from './events.js';
import { MisshapenField, object, text } from './fields.js';
import { readUtf8 } from './utf8.js';

/** A message of an endpoint that is told which case has changed, and nothing else of it: read the case from the hub. */
export interface ThinEvent {
  readonly type: 'thin';
  /** The webhook's own type. */
  readonly of: string;
  readonly timestamp: string;
  readonly data: CaseData;
}

/** A message of a type that this release does not know: answer it with 2xx and pass over it. */
export interface UnknownEvent {
  readonly type: 'unknown';
  /** The webhook's own type. */
  readonly of: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A body that is no webhook, though it may be signed; the message names the field. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
}

const envelope = object({ type: text, timestamp: text, data: object({}) });

/** Reads a verified body. Throws MalformedEvent when it is not what its type says. */
export function parseEvent(body: Uint8Array | string): HubEvent | ThinEvent | UnknownEvent {
  const json = readJson(typeof body === 'string' ? body : readUtf8(body));
  try {
    const { type, timestamp, data } = envelope(json, 'the body');
    if (!isEventType(type)) return { type: 'unknown', of: type, timestamp, data };
    if (isThin(type, data)) return { type: 'thin', of: type, timestamp, data: thinData(data, 'data') };
    return { type, timestamp, data: dataOf(type)(data, 'data') } as HubEvent;
  } catch (thrown) {
    if (thrown instanceof MisshapenField) throw new MalformedEvent(thrown.message, { cause: thrown });
    throw thrown;
  }
}

function readJson(text: string | undefined): unknown {
  if (text === undefined) throw new MalformedEvent('the body is no UTF-8');
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new MalformedEvent('the body is no JSON', { cause: thrown });
  }
}
