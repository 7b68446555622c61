import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { envelopeRefusal } from '../transport/envelope-refusal.js';
import { refusal } from '../transport/http-refusal.js';
import { fieldOf, isFields, parseJson } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant } from '../formats/parse-instant.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { PlatformRequest } from '../transport/platform-http.js';
import type { GridPushSettings } from './config.js';

const NAMES = { platform: '基层治理 grid platform', credential: 'key and secret' };
const FORMAT = "yyyy-MM-dd'T'HH:mm:ssZZ";
const UNKNOWN_EVENT = 'no such event';

/** What the grid platform lets us call. */
export class GridPushClient {
  private readonly http: PlatformHttp;

  constructor(
    private readonly settings: GridPushSettings,
    private readonly now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
  }

  /** One event as it stands; undefined when the platform knows none of that id. */
  async event(eventId: string, signal: AbortSignal): Promise<Fields | undefined> {
    const text = await this.ask({ method: 'GET', path: `/open/events/${encodeURIComponent(eventId)}` }, signal);
    if (text === undefined) return undefined;
    const read = parseJson(text);
    if (!read || !isFields(read.value)) throw this.http.broken('no event');
    return read.value;
  }

  async feedback(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const body = JSON.stringify({
      ref: update.reference,
      final: update.kind === 'answer',
      text: update.text,
      dept: update.department,
      time: formatInstant(update.at, FORMAT, this.settings.zone),
    });
    const path = `/open/events/${encodeURIComponent(update.externalId)}/feedback`;
    const headers = { 'content-type': 'application/json' };
    const answer = await this.ask({ method: 'POST', path, headers, body }, signal);
    if (answer === undefined) throw unknownEvent();
  }

  /** The answer's text; undefined when the platform says that it knows no such event. */
  private async ask(request: PlatformRequest, signal: AbortSignal): Promise<string | undefined> {
    const { key, secret } = this.settings;
    const headers = { ...request.headers, key, secret };
    const { status, text } = await this.http.send({ ...request, headers, readable: [404] }, signal);
    if (status !== 404) return text;
    const read = parseJson(text);
    // a 404 in the platform's own words is about the event; any other is about the address
    if (read && isFields(read.value) && fieldOf(read.value, 'error') === UNKNOWN_EVENT) return undefined;
    throw refusal(status, {}, { ...NAMES, address: this.settings.baseUrl }, this.now());
  }
}

/** The error for an event that the platform does not know. */
export const unknownEvent = (): Error => envelopeRefusal('refused', UNKNOWN_EVENT, NAMES);
