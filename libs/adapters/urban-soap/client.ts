import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { envelopeRefusal } from '../transport/envelope-refusal.js';
import { plainText } from '../formats/field-reader.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant, parseInstant } from '../formats/parse-instant.js';
import { buildXml, parseXml } from '../formats/parse-xml.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { ListedItem, ListedItems } from '../formats/time-walk.js';
import { unreadableRecord } from '../formats/unreadable-record.js';
import type { UrbanSoapSettings } from './config.js';
import { URBAN_TIMES } from '../formats/urban/urban-case.js';

const NAMES = { platform: '数字城管', credential: 'token' };
const NAMESPACE = 'http://urban.example/';
const FORMAT = "yyyy-MM-dd'T'HH:mm:ss";

type Action = 'GetCases' | 'GetCase' | 'FeedbackCase';

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** What the platform's web service offers. */
export class UrbanSoapClient {
  private readonly http: PlatformHttp;

  constructor(
    private readonly settings: UrbanSoapSettings,
    now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
  }

  /** Cases changed at or after an instant, a page of them. */
  async cases(from: Date, page: number, size: number, signal: AbortSignal): Promise<ListedItems> {
    const beginTime = formatInstant(from, FORMAT, this.settings.zone);
    const list = this.readCases(await this.call('GetCases', { beginTime, pageIndex: page, pageSize: size }, signal));
    const total = Number(fieldOf(list, '@_total') ?? Number.NaN);
    const items = listOf(fieldOf(list, 'case')).map((entry) => this.listed(entry));
    return { items, total: Number.isInteger(total) ? total : undefined };
  }

  /** One case as it stands. */
  async case(taskId: string, signal: AbortSignal): Promise<Fields> {
    const list = this.readCases(await this.call('GetCase', { taskId }, signal));
    const [entry] = listOf(fieldOf(list, 'case'));
    if (!isFields(entry)) throw this.http.broken('no case');
    return entry;
  }

  async feedback(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const result = await this.call(
      'FeedbackCase',
      {
        taskId: update.externalId,
        ref: update.reference,
        final: update.kind === 'answer' ? 'true' : 'false',
        text: update.text,
        dept: update.department,
        time: formatInstant(update.at, FORMAT, this.settings.zone),
      },
      signal,
    );
    if (result.trim() !== 'OK') throw envelopeRefusal('refused', 'FeedbackCase', NAMES);
  }

  /** The document inside the result; an empty list has no text at all. */
  private readCases(result: string): Fields {
    const document = parseXml(result);
    const list = document && fieldOf(document, 'cases');
    if (list === '') return {};
    if (!isFields(list)) throw this.http.broken('no list of cases');
    return list;
  }

  private listed(entry: unknown): ListedItem {
    const bytes = Buffer.from(buildXml({ case: entry }), 'utf8');
    const fields = isFields(entry) ? entry : {};
    const read = parseInstant(fieldOf(fields, 'UPDATETIME'), { zone: this.settings.zone, formats: URBAN_TIMES });
    const changedAt = read.kind === 'instant' ? read.at : undefined;
    const id = plainText(fieldOf(fields, 'TASKID'))?.trim() ?? '';
    if (id === '' || id === '-') {
      return { changedAt, entry: { unreadable: unreadableRecord(bytes, [{ field: 'TASKID', message: '缺少编号' }]) } };
    }
    return { changedAt, entry: { record: { externalId: as<ExternalId>(id), bytes } } };
  }

  private async call(action: Action, asked: Fields, signal: AbortSignal): Promise<string> {
    const body = buildXml({
      'soap:Envelope': {
        '@_xmlns:soap': 'http://schemas.xmlsoap.org/soap/envelope/',
        'soap:Body': { [action]: { '@_xmlns': NAMESPACE, token: this.settings.token, ...asked } },
      },
    });
    const { status, text } = await this.http.send(
      {
        method: 'POST',
        path: '/services/CaseService.asmx',
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}${action}"` },
        body,
        readable: [500],
      },
      signal,
    );
    return this.readResult(action, status, text);
  }

  /** SOAP says no with HTTP 500 and a fault; a 500 without one is a server that is down. */
  private readResult(action: Action, status: number, text: string): string {
    const soapBody = this.soapBody(text);
    const fault = soapBody && fieldOf(soapBody, 'Fault');
    if (isFields(fault)) throw this.faulted(String(fieldOf(fault, 'faultstring')));
    if (status === 500) throw envelopeRefusal('busy', 'HTTP 500', NAMES);
    const response = soapBody && fieldOf(soapBody, `${action}Response`);
    const result = isFields(response) ? fieldOf(response, `${action}Result`) : undefined;
    if (typeof result !== 'string') throw this.http.broken('no SOAP envelope with a result');
    return result;
  }

  private soapBody(text: string): Fields | undefined {
    const envelope = fieldOf(parseXml(text) ?? {}, 'Envelope');
    const soapBody = isFields(envelope) ? fieldOf(envelope, 'Body') : undefined;
    return isFields(soapBody) ? soapBody : undefined;
  }

  private faulted(faultstring: string): Error {
    if (/token/i.test(faultstring)) return envelopeRefusal('credential', 'soap:Fault', NAMES);
    if (/no such|unknown|invalid|不存在|无效/i.test(faultstring)) return envelopeRefusal('refused', 'soap:Fault', NAMES);
    return envelopeRefusal('busy', 'soap:Fault', NAMES);
  }
}
