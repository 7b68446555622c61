import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { HubError, TransientError } from '#domain/errors.js';
import { isFields, parseJson } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { connectionsOf } from './connections.js';
import type { HttpNames } from './http-names.js';
import { refusal } from './http-refusal.js';
import type { HttpSettings } from './http-settings.js';
import { networkFailure } from './network-failure.js';
import { PlatformBreaker } from './platform-breaker.js';
import { RateBudget } from './rate-budget.js';
import { ACCEPTED_ENCODINGS } from './read-body.js';
import { brokenBody, readText } from './read-text.js';
import { untilAborted } from './until-aborted.js';

/** One request to a platform. */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST';
  /** Below the platform's address, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses the caller reads itself instead of having them turned into an error. */
  readonly readable?: readonly number[];
}

/** A platform's answer, whole. */
export interface PlatformAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * HTTP to one platform over kept-alive connections, within its rate budget and behind a breaker; every failure is one of the
 * hub's error kinds. What may hold a secret is private to the machine, so that printing an adapter shows none.
 */
export class PlatformHttp {
  readonly #budget: RateBudget;
  readonly #breaker: PlatformBreaker;
  readonly #base: string;
  #connections: Dispatcher | undefined;

  constructor(
    private readonly settings: HttpSettings,
    private readonly names: HttpNames,
    private readonly now: () => Date,
  ) {
    this.#base = settings.baseUrl.replace(/\/+$/, '');
    this.#budget = new RateBudget(names.platform, settings.requestsPerMinute, now);
    this.#breaker = new PlatformBreaker(names.platform, settings.timeoutSeconds, now);
  }

  async send(asked: PlatformRequest, signal: AbortSignal): Promise<PlatformAnswer> {
    try {
      await this.#budget.take(signal);
    } catch (thrown) {
      throw thrown instanceof HubError ? thrown : this.failure(thrown, asked, false, signal);
    }
    return this.#breaker.guard(signal, () => this.attempt(asked, signal));
  }

  /** Sends and reads a JSON object. */
  async sendForJson(asked: PlatformRequest, signal: AbortSignal): Promise<Fields> {
    const { text } = await this.send(asked, signal);
    const read = parseJson(text);
    if (!read || !isFields(read.value)) throw this.broken('no JSON object');
    return read.value;
  }

  /** The error for a body that cannot be read to its end. */
  broken(what: string): TransientError {
    return brokenBody(this.names.platform, what);
  }

  private async attempt(asked: PlatformRequest, signal: AbortSignal): Promise<PlatformAnswer> {
    const whole = AbortSignal.any([signal, AbortSignal.timeout(this.settings.timeoutSeconds * 1000)]);
    let answered = false;
    try {
      const { method, headers, body } = asked;
      this.#connections ??= connectionsOf(this.settings);
      const sent = request(this.#base + asked.path, {
        dispatcher: this.#connections,
        method,
        headers: { 'accept-encoding': ACCEPTED_ENCODINGS, ...headers },
        body: body ?? null,
        signal: whole,
      });
      // undici heeds a signal only once it is connected
      const answer = await untilAborted(whole, sent);
      answered = true;
      await this.heed(answer, asked);
      return { status: answer.statusCode, text: await readText(answer, this.names.platform, this.settings.maxBodyMegabytes) };
    } catch (thrown) {
      throw thrown instanceof HubError ? thrown : this.failure(thrown, asked, answered, signal);
    }
  }

  /** Learns what the headers say of the platform's limit, and throws when the answer is a no. */
  private async heed({ statusCode, headers, body }: Dispatcher.ResponseData, { path, readable }: PlatformRequest): Promise<void> {
    const isReadable = (statusCode >= 200 && statusCode < 300) || readable?.includes(statusCode);
    const refused = isReadable
      ? undefined
      : refusal(statusCode, headers, { ...this.names, address: this.address(path) }, this.now());
    this.#budget.learn(headers, refused instanceof TransientError ? refused.retryAt : undefined);
    if (!refused) return;
    await body.dump();
    throw refused;
  }

  private failure(cause: unknown, { path }: PlatformRequest, answered: boolean, signal: AbortSignal): HubError {
    const { platform } = this.names;
    const proxy = this.settings.proxyUrl;
    const failure = networkFailure(cause, { platform, address: this.address(path), proxy, answered, stopped: signal.aborted });
    if (failure.code === 'PLATFORM_CERTIFICATE_REFUSED') this.#connections = undefined; // so that renewed files are read
    return failure;
  }

  private address(path: string): string {
    const { origin, pathname } = new URL(this.#base + path);
    return origin + pathname;
  }
}
