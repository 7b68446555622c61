import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { listedJson } from '../formats/listed-json.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant } from '../formats/parse-instant.js';
import type { ListedItems } from '../formats/time-walk.js';
import { URBAN_TIMES } from '../formats/urban/urban-case.js';
import { envelopeRefusal } from '../transport/envelope-refusal.js';
import type { EnvelopeMeaning } from '../transport/envelope-refusal.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { PlatformRequest } from '../transport/platform-http.js';
import type { UrbanRestSettings } from './config.js';

const NAMES = { platform: '数字城管', credential: 'token' };
const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const CASES = '/apis/cases';

/** What the codes inside an answer mean; the others refuse the request. */
const MEANINGS: Readonly<Record<number, EnvelopeMeaning>> = { 401: 'credential', 403: 'credential', 429: 'rate' };

/** What the platform's REST interface offers. */
export class UrbanRestClient {
  private readonly http: PlatformHttp;

  constructor(
    private readonly settings: UrbanRestSettings,
    now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
  }

  /** Cases changed at or after an instant, a page of them. */
  async cases(from: Date, page: number, size: number, signal: AbortSignal): Promise<ListedItems> {
    const query = new URLSearchParams({
      beginTime: formatInstant(from, FORMAT, this.settings.zone),
      pageIndex: String(page),
      pageSize: String(size),
    });
    const data = await this.ask({ method: 'GET', path: `${CASES}?${query.toString()}` }, signal);
    const list = isFields(data) ? fieldOf(data, 'list') : undefined;
    if (!isFields(data) || !Array.isArray(list)) throw this.http.broken('no list of cases');
    const times = { zone: this.settings.zone, formats: URBAN_TIMES };
    const items = list.map((entry: unknown) => listedJson(entry, { id: 'taskId', changedAt: 'updateTime' }, times));
    const total = Number(fieldOf(data, 'total') ?? Number.NaN); // a text in some versions, a number in others
    return { items, total: Number.isInteger(total) ? total : undefined };
  }

  /** One case as it stands. */
  async case(taskId: string, signal: AbortSignal): Promise<Fields> {
    const data = await this.ask({ method: 'GET', path: `${CASES}/${encodeURIComponent(taskId)}` }, signal);
    if (!isFields(data)) throw this.http.broken('no case');
    return data;
  }

  async feedback(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const body = JSON.stringify({
      ref: update.reference,
      final: update.kind === 'answer',
      content: update.text,
      deptName: update.department,
      time: formatInstant(update.at, FORMAT, this.settings.zone),
    });
    const path = `${CASES}/${encodeURIComponent(update.externalId)}/feedback`;
    await this.ask({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body }, signal);
  }

  private async ask(request: PlatformRequest, signal: AbortSignal): Promise<unknown> {
    const headers = { ...request.headers, authorization: `Bearer ${this.settings.token}` };
    const answer = await this.http.sendForJson({ ...request, headers }, signal);
    const code = Number(fieldOf(answer, 'code'));
    if (code === 200) return fieldOf(answer, 'data');
    if (!Number.isInteger(code)) throw this.http.broken('no code');
    throw envelopeRefusal(code >= 500 ? 'busy' : (MEANINGS[code] ?? 'refused'), String(code), NAMES);
  }
}
