import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { envelopeRefusal } from '../transport/envelope-refusal.js';
import { listedJson } from '../formats/listed-json.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant } from '../formats/parse-instant.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { PlatformRequest } from '../transport/platform-http.js';
import type { ListedItems } from '../formats/time-walk.js';
import type { HotlineSettings } from './config.js';
import { HOTLINE_TIMES } from './times.js';

const NAMES = { platform: '12345 hotline', credential: 'apiKey' };
const FORMAT = 'yyyy-MM-dd HH:mm:ss';

function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) ? count : undefined;
}

/** What the hotline's interface offers. */
export class HotlineClient {
  private readonly http: PlatformHttp;

  constructor(
    private readonly settings: HotlineSettings,
    now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
  }

  /** Orders changed at or after an instant, a page of them. */
  async orders(from: Date, page: number, size: number, signal: AbortSignal): Promise<ListedItems> {
    const query = new URLSearchParams({
      updatedFrom: formatInstant(from, FORMAT, this.settings.zone),
      pageNum: String(page),
      pageSize: String(size),
    });
    const data = await this.ask({ method: 'GET', path: `/api/orders?${query.toString()}` }, signal);
    const list = isFields(data) ? fieldOf(data, 'list') : undefined;
    if (!isFields(data) || !Array.isArray(list)) throw this.http.broken('no list of orders');
    const times = { zone: this.settings.zone, formats: HOTLINE_TIMES };
    const items = list.map((order: unknown) => listedJson(order, { id: 'orderNum', changedAt: 'updateTime' }, times));
    return { items, total: countOf(fieldOf(data, 'count')) };
  }

  /** One order as it stands. */
  async order(orderNum: string, signal: AbortSignal): Promise<Fields> {
    const data = await this.ask({ method: 'GET', path: `/api/orders/${encodeURIComponent(orderNum)}` }, signal);
    if (!isFields(data)) throw this.http.broken('no order');
    return data;
  }

  async reply(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const body = JSON.stringify({
      replyRef: update.reference,
      replyType: update.kind === 'answer' ? 'final' : 'progress',
      replyContent: update.text,
      deptName: update.department,
      replyTime: formatInstant(update.at, FORMAT, this.settings.zone),
    });
    const path = `/api/orders/${encodeURIComponent(update.externalId)}/reply`;
    await this.ask({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body }, signal);
  }

  private async ask(request: PlatformRequest, signal: AbortSignal): Promise<unknown> {
    const headers = { ...request.headers, 'x-api-key': this.settings.apiKey };
    const answer = await this.http.sendForJson({ ...request, headers }, signal);
    const code = Number(fieldOf(answer, 'code'));
    if (code === 200) return fieldOf(answer, 'data');
    if (!Number.isInteger(code)) throw this.http.broken('no code');
    const meaning = code === 401 || code === 403 ? 'credential' : code === 429 ? 'rate' : code >= 500 ? 'busy' : 'refused';
    throw envelopeRefusal(meaning, String(code), NAMES);
  }
}
