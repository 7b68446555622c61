import { Agent, request } from 'undici';
import { HubError, OperatorError, TransientError } from '#domain/errors.js';
import { decodeText } from './decode-text.js';
import type { HttpNames } from './http-names.js';
import type { HttpSettings } from './http-settings.js';
import { isFields, parseJson } from './parse-json.js';
import type { Fields } from './parse-json.js';
import { refusal } from './http-refusal.js';

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

/** HTTP to one platform over kept-alive connections; every failure is one of the hub's error kinds. */
export class PlatformHttp {
  private readonly agent: Agent;
  private readonly base: string;

  constructor(
    private readonly settings: HttpSettings,
    private readonly names: HttpNames,
    private readonly now: () => Date,
  ) {
    const timeout = settings.timeoutSeconds * 1000;
    this.agent = new Agent({ connections: 8, connect: { timeout }, headersTimeout: timeout, bodyTimeout: timeout });
    this.base = settings.baseUrl.replace(/\/+$/, '');
  }

  async send(asked: PlatformRequest, signal: AbortSignal): Promise<PlatformAnswer> {
    const whole = AbortSignal.any([signal, AbortSignal.timeout(this.settings.timeoutSeconds * 1000)]);
    let answered = false;
    try {
      const { method, headers, body } = asked;
      const answer = await request(this.base + asked.path, {
        dispatcher: this.agent,
        method,
        headers: { ...headers },
        body: body ?? null,
        signal: whole,
      });
      answered = true;
      const readable = (answer.statusCode >= 200 && answer.statusCode < 300) || asked.readable?.includes(answer.statusCode);
      if (!readable) {
        await answer.body.dump();
        throw refusal(answer.statusCode, answer.headers, { ...this.names, address: this.address(asked.path) }, this.now());
      }
      return { status: answer.statusCode, text: await this.read(answer.body) };
    } catch (thrown) {
      throw thrown instanceof HubError ? thrown : this.failure(thrown, answered, signal);
    }
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
    return new TransientError('PLATFORM_BODY_BROKEN', `${this.names.platform} sent a broken body: ${what}`);
  }

  private async read(body: AsyncIterable<Uint8Array>): Promise<string> {
    const most = this.settings.maxBodyMegabytes * 1024 * 1024;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > most) {
        const message = `${this.names.platform} sent more than ${this.settings.maxBodyMegabytes} MB at once: lower pageSize or raise maxBodyMegabytes`;
        throw new OperatorError('PLATFORM_BODY_BROKEN', message);
      }
      chunks.push(chunk);
    }
    const text = decodeText(Buffer.concat(chunks), 'utf-8');
    if (text === undefined) throw this.broken('bytes that are no UTF-8');
    return text;
  }

  private failure(cause: unknown, answered: boolean, signal: AbortSignal): TransientError {
    const { platform } = this.names;
    if (signal.aborted) return new TransientError('PLATFORM_UNREACHABLE', `work with ${platform} was stopped`);
    if (answered)
      return new TransientError('PLATFORM_BODY_BROKEN', `${platform} broke off in the middle of its answer`, { cause });
    return new TransientError('PLATFORM_UNREACHABLE', `${platform} does not answer at ${this.address('')}`, { cause });
  }

  private address(path: string): string {
    const { origin, pathname } = new URL(this.base + path);
    return origin + pathname;
  }
}
