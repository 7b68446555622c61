import type { LookupFunction } from 'node:net';
import { Agent, request as httpRequest } from 'undici';
import type { Dispatcher } from 'undici';
import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import type { Clock } from '#domain/ports/clock.js';
import { WebhookSender } from '#domain/ports/webhook-sender.js';
import type { WebhookAnswer, WebhookRequest } from '#domain/ports/webhook-sender.js';
import type { Certificates } from './address-guard.js';
import { ADDRESS_REFUSED, guardedConnector } from './address-guard.js';
import { EgressProxy, PROXY_REFUSED } from './egress-proxy.js';
import { readRetryAfter } from './retry-after.js';

const BODY_CAP_BYTES = 64 * 1024;
const EXCERPT_CHARACTERS = 500;

/** How this hub gets out: directly, unless there is a proxy; without a certificate of its own, unless there is one. */
export interface WayOut {
  readonly proxyUrl?: string;
  readonly certificates?: Certificates;
  /** The system's name resolution unless a test brings its own. */
  readonly resolve?: LookupFunction;
}

/** Sends webhooks by HTTP, as Standard Webhooks asks: 2xx alone is success, nothing is followed, nothing waits for ever. */
export class HttpWebhookSender extends WebhookSender {
  // Apart, so that a connection opened for an endpoint that may be private never serves one that may not.
  private readonly publicOnly: Agent;
  private readonly withPrivate: Agent;
  private readonly proxy: EgressProxy | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly way: WayOut = {},
  ) {
    super();
    this.proxy = way.proxyUrl === undefined ? undefined : new EgressProxy(way.proxyUrl, way.certificates);
    this.publicOnly = this.agent(false);
    this.withPrivate = this.agent(true);
  }

  override async send(request: WebhookRequest): Promise<WebhookAnswer> {
    const startedAt = performance.now();
    const answer = isHttpUrl(request.url)
      ? await this.attempt(request).catch((error: unknown) => outcomeOfError(error, request.timeoutMs))
      : ({ kind: 'hopeless', reason: 'the address is no http or https URL' } as const);
    return { ...answer, durationMs: Math.round(performance.now() - startedAt) };
  }

  /** Closes the connections; what is under way is cut off. */
  async close(): Promise<void> {
    await Promise.all([this.publicOnly.destroy(), this.withPrivate.destroy()]);
    await this.proxy?.close();
  }

  private agent(allowPrivate: boolean): Agent {
    const connect = this.proxy?.connector({ allowPrivate, ...this.way }) ?? guardedConnector(allowPrivate, this.way);
    return new Agent({ connect });
  }

  private async attempt(request: WebhookRequest): Promise<AttemptOutcome & { excerpt?: string }> {
    const response = await httpRequest(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Huiliu-Webhooks/1', ...request.headers },
      body: request.body,
      dispatcher: request.allowPrivate ? this.withPrivate : this.publicOnly,
      // One clock for name, connection, headers and body; undici's own only tick once a second.
      signal: AbortSignal.timeout(request.timeoutMs),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const outcome = outcomeOfStatus(response, this.clock.now());
    const excerpt = await readExcerpt(response.body);
    return excerpt === '' ? outcome : { ...outcome, excerpt };
  }
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function outcomeOfStatus({ statusCode: status, headers }: Dispatcher.ResponseData, now: Date): AttemptOutcome {
  if (status >= 200 && status < 300) return { kind: 'confirmed', status };
  if (status === 410) return { kind: 'hopeless', status, reason: 'HTTP 410: the endpoint is gone' };
  const reason = status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`;
  const notBefore = readRetryAfter(headers['retry-after'], now);
  return { kind: 'failed', status, reason, ...(notBefore && { notBefore }) };
}

/** A receiver recognises the id of a webhook, so even a time-out, whose outcome nobody knows, simply failed. */
function outcomeOfError(error: unknown, timeoutMs: number): AttemptOutcome {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError') return { kind: 'failed', reason: `timed out after ${timeoutMs} ms` };
  if (code === ADDRESS_REFUSED || code === PROXY_REFUSED) return { kind: 'failed', reason: message };
  return { kind: 'failed', reason: `network: ${[code, message].filter(Boolean).join(', ')}` };
}

/** Reads enough to keep the connection usable, never more than the cap. The status counts even when the body breaks off. */
async function readExcerpt(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= BODY_CAP_BYTES) break;
    }
  } catch {
    // Whatever came so far is excerpt enough.
  }
  const head = Buffer.concat(chunks).subarray(0, EXCERPT_CHARACTERS * 4);
  // PostgreSQL keeps no NUL in text, and half a surrogate pair is no text at all.
  const text = head.toString('utf8').replaceAll('\0', '\uFFFD').slice(0, EXCERPT_CHARACTERS);
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
