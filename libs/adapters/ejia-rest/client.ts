import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { listedJson } from '../formats/listed-json.js';
import { fieldOf, isFields, parseJson } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant } from '../formats/parse-instant.js';
import type { ListedItems } from '../formats/time-walk.js';
import { AccessToken } from '../transport/access-token.js';
import type { GivenToken } from '../transport/access-token.js';
import { envelopeRefusal } from '../transport/envelope-refusal.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { PlatformRequest } from '../transport/platform-http.js';
import type { EjiaRestSettings } from './config.js';
import { readData, signedHeaders, writeBody } from './dialect.js';
import { EJIA_TIMES } from './times.js';

const NAMES = { platform: '党群e家', credential: 'appId and appSecret' };
const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const JSON_BODY = { 'content-type': 'application/json' };
const REFUSED_TOKEN = 401;
const nobody = new AbortController().signal;

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** What the platform's interface offers. */
export class EjiaRestClient {
  private readonly http: PlatformHttp;
  private readonly token: AccessToken;

  constructor(
    private readonly settings: EjiaRestSettings,
    private readonly now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
    this.token = new AccessToken(() => this.buyToken(), now);
  }

  /** Service requests from a row on (0 is the newest); the platform can filter by nothing. */
  async requests(start: number, size: number, signal: AbortSignal): Promise<ListedItems> {
    const query = new URLSearchParams({ pageStart: String(start), pageLen: String(size) });
    const data = await this.ask({ method: 'GET', path: `/apis/service/queryServiceList?${query.toString()}` }, signal);
    const list = isFields(data) ? fieldOf(data, 'list') : undefined;
    if (!isFields(data) || !Array.isArray(list)) throw this.http.broken('no list of service requests');
    const times = { zone: this.settings.zone, formats: EJIA_TIMES };
    const items = list.map((row: unknown) => listedJson(row, { id: 'serviceId', changedAt: 'updateTime' }, times));
    return { items, total: numberOf(fieldOf(data, 'count')) };
  }

  /** One service request as it stands. */
  async request(serviceId: string, signal: AbortSignal): Promise<Fields> {
    const data = await this.ask({ method: 'GET', path: `/apis/service/${encodeURIComponent(serviceId)}` }, signal);
    if (!isFields(data)) throw this.http.broken('no service request');
    return data;
  }

  async feedback(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const body = {
      feedbackRef: update.reference,
      final: update.kind === 'answer',
      content: update.text,
      dept: update.department,
      feedbackTime: formatInstant(update.at, FORMAT, this.settings.zone),
    };
    const path = `/apis/service/${encodeURIComponent(update.externalId)}/feedback`;
    await this.ask({ method: 'POST', path, headers: JSON_BODY, body: writeBody(this.settings, body) }, signal);
  }

  /** Asks with the token at hand; when the platform knows it no more, once again with a new one. */
  private async ask(request: PlatformRequest, signal: AbortSignal): Promise<unknown> {
    const held = await this.token.get(signal);
    const first = await this.send(request, held, signal);
    if (first.code !== REFUSED_TOKEN) return this.dataOf(first.answer, first.code);
    this.token.drop(held);
    const second = await this.send(request, await this.token.get(signal), signal);
    return this.dataOf(second.answer, second.code);
  }

  private async send(request: PlatformRequest, token: string, signal: AbortSignal): Promise<{ code: number; answer: Fields }> {
    const signed = signedHeaders(this.settings, request.body ?? '', this.now());
    const headers = { ...request.headers, ...signed, authorization: `Bearer ${token}` };
    const { status, text } = await this.http.send({ ...request, headers, readable: [REFUSED_TOKEN] }, signal);
    if (status === REFUSED_TOKEN) return { code: REFUSED_TOKEN, answer: {} };
    const read = parseJson(text);
    if (!read || !isFields(read.value)) throw this.http.broken('no JSON object');
    return { code: Number(fieldOf(read.value, 'code')), answer: read.value };
  }

  private async buyToken(): Promise<GivenToken> {
    const { appId, appSecret } = this.settings;
    const body = writeBody(this.settings, { appId, appSecret });
    const headers = { ...JSON_BODY, ...signedHeaders(this.settings, body, this.now()) };
    const answer = await this.http.sendForJson({ method: 'POST', path: '/token', headers, body }, nobody);
    const data = this.dataOf(answer, Number(fieldOf(answer, 'code')));
    const token = isFields(data) ? fieldOf(data, 'token') : undefined;
    if (!isFields(data) || typeof token !== 'string' || token === '') throw this.http.broken('no token');
    return { token, expiresInSeconds: numberOf(fieldOf(data, 'expiresIn')) };
  }

  private dataOf(answer: Fields, code: number): unknown {
    if (code === 200) return readData(this.settings, fieldOf(answer, 'data'));
    if (!Number.isInteger(code)) throw this.http.broken('no code');
    const meaning = code === 401 || code === 403 ? 'credential' : code === 429 ? 'rate' : code >= 500 ? 'busy' : 'refused';
    throw envelopeRefusal(meaning, String(code), NAMES);
  }
}
