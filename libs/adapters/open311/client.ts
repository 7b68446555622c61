import { DateTime } from 'luxon';
import type { Open311Settings } from './config.js';
import { REQUESTS, SERVICES } from './georeport-body.js';
import type { GeoReportHttp } from './georeport-http.js';
import { listedRequest } from './listed-request.js';
import type { AskedBy, ListedRequest } from './listed-request.js';
import type { Question } from './window-walk.js';

/** An instant as W3C has it, in whole seconds. */
export const w3cText = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: 'utc' }).startOf('second').toISO({ suppressMilliseconds: true })!;

/** What a city lets everybody read. */
export class Open311Client {
  constructor(
    private readonly settings: Open311Settings,
    private readonly http: GeoReportHttp,
  ) {}

  /** How many kinds of service the city offers. */
  async services(signal: AbortSignal): Promise<number> {
    return (await this.http.list('services', SERVICES, {}, signal)).length;
  }

  /** Requests made or changed within a window, in the city's order and no more than it gives at once. */
  async requests(by: AskedBy, { from, to, page }: Question, signal: AbortSignal): Promise<readonly ListedRequest[]> {
    const { dialect, format, zone, pageSize } = this.settings;
    const [after, before] = by === 'updated' ? ['updated_after', 'updated_before'] : ['start_date', 'end_date'];
    const pages = dialect === 'chicago' ? { extensions: 'true', page: String(page), page_size: String(pageSize) } : {};
    const parameters = { [after]: w3cText(from), [before]: to && w3cText(to), ...pages };
    const entries = await this.http.list('requests', REQUESTS, parameters, signal);
    return entries.map((entry) => listedRequest(entry, { format, zone, by }));
  }
}
