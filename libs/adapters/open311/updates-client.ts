import { DateTime } from 'luxon';
import type { PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { plainText } from '../formats/field-reader.js';
import { listedFields } from '../formats/listed-json.js';
import { fieldOf } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { parseInstant } from '../formats/parse-instant.js';
import { w3cText } from './client.js';
import type { Open311Settings } from './config.js';
import { UPDATES, fieldsOf } from './georeport-body.js';
import type { GeoReportHttp } from './georeport-http.js';
import { OPEN311_TIMES } from './times.js';
import { walkWindows } from './window-walk.js';
import type { Question } from './window-walk.js';

const NAMES = { id: 'update_id', changedAt: 'updated_datetime' };

/** The standard has no field for who answers, so the text says it. */
const descriptionOf = ({ department, text }: PlatformUpdate): string => `【${department}】${text}`;

/** mySociety's servicerequestupdates: the one way to tell a city something about a request it has. */
export class Open311UpdatesClient {
  constructor(
    private readonly settings: Open311Settings,
    private readonly http: GeoReportHttp,
    private readonly now: () => Date,
  ) {}

  async write(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const form = {
      service_request_id: update.externalId,
      update_id: update.reference,
      status: update.kind === 'answer' ? 'closed' : 'in_progress',
      description: descriptionOf(update),
      updated_datetime: w3cText(update.at),
    };
    await this.http.post('servicerequestupdates', UPDATES, form, signal);
  }

  /** Looks for an update from a day before it was written (a city may stamp its own time) up to now. */
  async find(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const { rowLimit, windowDays } = this.settings;
    const ask = (question: Question) => this.list(question, signal);
    const walk = { ask, limit: rowLimit, paged: false, windowDays, openEnd: false };
    const [from, to] = [DateTime.fromJSDate(update.at).minus({ days: 1 }), DateTime.fromJSDate(this.now()).plus({ days: 1 })];
    const edges = [from, to].map((edge) => edge.startOf('second').toJSDate());
    for await (const { items } of walkWindows(walk, { edges, page: 1 })) {
      if (items.some(({ fields }) => fields && this.isSame(fields, update))) return { kind: 'shown' };
    }
    return { kind: 'absent' };
  }

  /** Whether the platform can be asked for updates. */
  async probe(signal: AbortSignal): Promise<void> {
    await this.list({ from: DateTime.fromJSDate(this.now()).minus({ hours: 1 }).toJSDate(), to: this.now(), page: 1 }, signal);
  }

  private async list({ from, to }: Question, signal: AbortSignal) {
    const { format, zone } = this.settings;
    const parameters = { start_date: w3cText(from), end_date: to && w3cText(to) };
    const entries = await this.http.list('servicerequestupdates', UPDATES, parameters, signal);
    return entries.map((entry) => {
      const fields = fieldsOf(entry, format);
      // nobody keeps an update's bytes
      return { fields, ...listedFields(fields, new Uint8Array(), NAMES, { zone, formats: OPEN311_TIMES }) };
    });
  }

  /** A city that gives updates ids of its own shows ours by its request, its second and its words. */
  private isSame(fields: Fields, update: PlatformUpdate): boolean {
    const text = (name: string): string => plainText(fieldOf(fields, name))?.trim() ?? '';
    if (text('service_request_id') !== update.externalId) return false;
    if (text('update_id') === update.reference) return true;
    const read = parseInstant(text('updated_datetime'), { zone: this.settings.zone, formats: OPEN311_TIMES });
    return (
      read.kind === 'instant' && w3cText(read.at) === w3cText(update.at) && text('description') === descriptionOf(update).trim()
    );
  }
}
