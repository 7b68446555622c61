import { RejectedError } from '#domain/errors.js';
import type { PushRequest, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { decodeText } from '../formats/decode-text.js';
import { listedJson } from '../formats/listed-json.js';
import { fieldOf, isFields, parseJson } from '../formats/parse-json.js';
import { withoutRepeats } from '../formats/unreadable-record.js';
import { isSignature, signatureOf } from '../signing/signature.js';
import type { GridPushSettings } from './config.js';
import { GRID_TIMES } from './times.js';

const MOST_EVENTS = 500;

const unsigned = (why: string): RejectedError =>
  new RejectedError('PUSH_SIGNATURE_INVALID', `the pushed request is not signed by the grid platform: ${why}`);

function verify(request: PushRequest, settings: GridPushSettings, now: Date): void {
  const timestamp = request.headers['x-timestamp'] ?? '';
  const expected = signatureOf(settings.signature, settings.pushSecret, `${timestamp}.`, request.body);
  if (!isSignature(expected, request.headers['x-signature'] ?? '')) throw unsigned('x-signature does not match');
  if (request.headers['x-app-key'] !== settings.appKey) throw unsigned('x-app-key is not the configured appKey');
  const apart = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || apart > settings.toleranceSeconds) throw unsigned('x-timestamp is too far from our time');
}

/** Verifies a pushed batch and cuts it into records. */
export function receiveBatch(
  request: PushRequest,
  settings: GridPushSettings,
  now: Date,
): { records: readonly RawRecord[]; unreadable: readonly UnreadableRecord[] } {
  verify(request, settings, now);
  const text = decodeText(request.body, 'utf-8');
  const read = text === undefined ? undefined : parseJson(text);
  const events = read && isFields(read.value) ? fieldOf(read.value, 'events') : undefined;
  if (!Array.isArray(events) || events.length > MOST_EVENTS) {
    throw new RejectedError('PUSH_BODY_INVALID', `the pushed body is no JSON object with at most ${MOST_EVENTS} events`);
  }
  const times = { zone: settings.zone, formats: GRID_TIMES };
  const items = events.map((event: unknown) => listedJson(event, { id: 'eventId', changedAt: 'changeTime' }, times));
  return {
    records: withoutRepeats(items.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []))),
    unreadable: items.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : [])),
  };
}
