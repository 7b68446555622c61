import { envelopeRefusal } from '../transport/envelope-refusal.js';
import type { EnvelopeMeaning } from '../transport/envelope-refusal.js';
import { refusal } from '../transport/http-refusal.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { PlatformRequest } from '../transport/platform-http.js';
import type { Open311Settings } from './config.js';
import { ERRORS, entriesOf, fieldsOf } from './georeport-body.js';
import type { ListName } from './georeport-body.js';

const NAMES = { platform: 'Open311', credential: 'apiKey' };

type Parameters = Readonly<Record<string, string | undefined>>;

function meaningOf(code: number): EnvelopeMeaning {
  if (code === 401 || code === 403) return 'credential';
  if (code === 429) return 'rate';
  return code >= 500 ? 'busy' : 'refused';
}

function queryOf(parameters: Parameters): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}

/** GeoReport's way of asking and answering, in the format the settings name. */
export class GeoReportHttp {
  private readonly http: PlatformHttp;

  constructor(
    private readonly settings: Open311Settings,
    private readonly now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
  }

  /** Entries of one of the city's lists. */
  async list(resource: string, name: ListName, parameters: Parameters, signal: AbortSignal): Promise<readonly unknown[]> {
    const { jurisdictionId, keyForReading, apiKey } = this.settings;
    const key = keyForReading === 'parameter' ? { api_key: apiKey } : {};
    const query = queryOf({ jurisdiction_id: jurisdictionId, ...parameters, ...key });
    const headers: Record<string, string> = keyForReading === 'bearer' ? { authorization: `Bearer ${apiKey}` } : {};
    const path = `${this.path(resource)}${query === '' ? '' : '?'}${query}`;
    return this.ask({ method: 'GET', path, headers }, name, signal);
  }

  /** Sends a form under the key; the entries of the answer. */
  post(resource: string, name: ListName, form: Parameters, signal: AbortSignal): Promise<readonly unknown[]> {
    const { jurisdictionId, apiKey } = this.settings;
    const body = queryOf({ jurisdiction_id: jurisdictionId, api_key: apiKey, ...form });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask({ method: 'POST', path: this.path(resource), headers, body, readable: [404] }, name, signal);
  }

  private readonly path = (resource: string): string => `/${resource}.${this.settings.format}`;

  private async ask(request: PlatformRequest, name: ListName, signal: AbortSignal): Promise<readonly unknown[]> {
    const { status, text } = await this.http.send(request, signal);
    const refused = this.refused(text);
    if (status === 404 && (!refused || refused.aboutJurisdiction)) {
      throw refusal(404, {}, { ...NAMES, address: this.settings.baseUrl + request.path }, this.now());
    }
    if (refused) throw envelopeRefusal(meaningOf(refused.code), String(refused.code), NAMES);
    const entries = entriesOf(text, this.settings.format, name);
    if (!entries) throw this.http.broken(`no list of ${name.entry}`);
    return entries;
  }

  /** What the city's own list of errors says; some send one with 200. */
  private refused(text: string): { readonly code: number; readonly aboutJurisdiction: boolean } | undefined {
    const [first] = entriesOf(text, this.settings.format, ERRORS) ?? [];
    const { code, description } = fieldsOf(first, this.settings.format) ?? {};
    if (code === undefined || description === undefined || !Number.isInteger(Number(code))) return undefined;
    return { code: Number(code), aboutJurisdiction: /jurisdiction/i.test(String(description)) };
  }
}
