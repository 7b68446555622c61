import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { envelopeRefusal } from '../transport/envelope-refusal.js';
import type { EnvelopeMeaning } from '../transport/envelope-refusal.js';
import { listedJson } from '../formats/listed-json.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant } from '../formats/parse-instant.js';
import { signatureOf } from '../signing/signature.js';
import { md5OfParams } from '../signing/signed-params.js';
import { PlatformHttp } from '../transport/platform-http.js';
import type { ListedItem } from '../formats/time-walk.js';
import type { PortalSettings } from './config.js';
import { PORTAL_TIMES } from './times.js';

const NAMES = { platform: '政民互动 portal', credential: 'appCode and secret' };
const FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** A page of the portal's list and where it ends. */
export interface MessagePage {
  readonly items: readonly ListedItem[];
  readonly lastItem: string;
  readonly hasMore: boolean;
}

function meaningOf(code: number): EnvelopeMeaning {
  if (code === 4011) return 'credential';
  if (code === 4290) return 'rate';
  return code >= 5000 ? 'busy' : 'refused';
}

/** What the portal's interface offers. */
export class PortalClient {
  private readonly http: PlatformHttp;

  constructor(
    private readonly settings: PortalSettings,
    now: () => Date,
  ) {
    this.http = new PlatformHttp(settings, NAMES, now);
  }

  /** Messages from an opaque place on; empty text: from the beginning. */
  async list(lastItem: string, size: number, signal: AbortSignal): Promise<MessagePage> {
    const result = await this.ask('list', { lastItem, pageSize: size }, signal);
    const items = isFields(result) ? fieldOf(result, 'items') : undefined;
    const end = isFields(result) ? fieldOf(result, 'lastItem') : undefined;
    if (!isFields(result) || !Array.isArray(items) || typeof end !== 'string') throw this.http.broken('no list of messages');
    const times = { zone: this.settings.zone, formats: PORTAL_TIMES };
    return {
      items: items.map((item: unknown) => listedJson(item, { id: 'msgId', changedAt: 'modifiedAt' }, times)),
      lastItem: end,
      hasMore: fieldOf(result, 'hasMore') === true,
    };
  }

  /** One message as it stands. */
  async message(msgId: string, signal: AbortSignal): Promise<Fields> {
    const result = await this.ask('get', { msgId }, signal);
    if (!isFields(result)) throw this.http.broken('no message');
    return result;
  }

  async reply(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    const wish = {
      msgId: update.externalId,
      ref: update.reference,
      final: update.kind === 'answer',
      text: update.text,
      dept: update.department,
      time: formatInstant(update.at, FORMAT, this.settings.zone),
    };
    await this.ask('reply', wish, signal);
  }

  private async ask(action: 'list' | 'get' | 'reply', wish: Fields, signal: AbortSignal): Promise<unknown> {
    const { appCode } = this.settings;
    const param = JSON.stringify(wish);
    const signature = this.signatureOf(appCode, param);
    const body = new URLSearchParams({ appCode, param, signature }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await this.http.sendForJson({ method: 'POST', path: `/api/message/${action}`, headers, body }, signal);
    const code = fieldOf(answer, 'code');
    if (code === 0) return fieldOf(answer, 'result');
    if (typeof code !== 'number') throw this.http.broken('no code');
    throw envelopeRefusal(meaningOf(code), String(code), NAMES);
  }

  private signatureOf(appCode: string, param: string): string {
    const { signature, secret } = this.settings;
    if (signature === 'md5-params') return md5OfParams({ appCode, param }, secret);
    return signatureOf(signature, secret, appCode, param).toString('hex');
  }
}
