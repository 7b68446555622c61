import { setTimeout as sleep } from 'node:timers/promises';
import { HubRefusal, HubUnavailable, readProblem } from './hub-problem.js';
import { signatureOf } from './webhook-keys.js';

export interface HubClientOptions {
  /** Where the hub is, e.g. `https://hub.example`. */
  readonly url: string;
  /** Your department's API key, `hlk_…`: reading and pulling need it, and commands go out with it when it is there. */
  readonly key?: string;
  /** Your department's name in the hub; with `secret` for signed commands. */
  readonly department?: string;
  /** The secret your webhooks are signed with, `whsec_…`, or a private ed25519 key, `whsk_…`, whose public one the hub knows. */
  readonly secret?: string;
  /** Wait before each further try; `Retry-After` of the hub may make it longer. Chance adds up to a tenth. */
  readonly waitsMs?: readonly number[];
  /** How long one try may take; 15 s by default. */
  readonly timeoutMs?: number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** One message, the same at every try. */
interface Message {
  readonly id: string;
  readonly path: string;
  readonly body: string;
}

/** Something to read; `id` names it where nobody answers. */
interface Question {
  readonly id: string;
  readonly path: string;
  readonly body?: undefined;
}

/** What came back when the hub took it. */
interface Taken {
  readonly text: string;
  readonly headers: Headers;
}

interface Again {
  readonly because: unknown;
  readonly afterMs: number;
}

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000];
const TIMEOUT_MS = 15_000;
const LONGEST_WAIT_MS = 300_000;

/** Sends one request, proven anew at every try, until the hub takes or refuses it. */
export class HubRequests {
  /** Throws TypeError when there is nothing to prove who is calling. */
  constructor(private readonly options: HubClientOptions) {
    const { key, department, secret } = options;
    if (!key && !(department && secret)) throw new TypeError('a department proves itself by its key, or by its name and secret');
  }

  /** Throws HubRefusal, or HubUnavailable after the last try. */
  async send(request: Message | Question): Promise<Taken> {
    const { waitsMs = WAITS_MS, pause = sleep } = this.options;
    for (let tries = 1; ; tries++) {
      const result = await this.attempt(request);
      if ('text' in result) return result;
      const wait = waitsMs[tries - 1];
      if (wait === undefined) throw new HubUnavailable(request.id, tries, { cause: result.because });
      await pause(Math.max(wait * (1 + Math.random() / 10), result.afterMs));
    }
  }

  private async attempt(request: Message | Question): Promise<Taken | Again> {
    const { url, timeoutMs = TIMEOUT_MS } = this.options;
    const { path, body } = request;
    const at = new Date();
    const headers = proofOf(request, this.options, at);
    const method = body === undefined ? 'GET' : 'POST';
    const signal = AbortSignal.timeout(timeoutMs);
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(new URL(path, url), { method, redirect: 'manual', headers, body, signal });
      text = await answer.text();
    } catch (thrown) {
      return { because: thrown, afterMs: 0 };
    }
    if (answer.ok) return { text, headers: answer.headers };
    const refusal = new HubRefusal(readProblem(answer.status, text));
    if (answer.status !== 429 && answer.status < 500) throw refusal;
    return { because: refusal, afterMs: retryAfterMs(answer.headers.get('retry-after'), at) };
  }
}

/** Says who is calling, and which message it is: by the key, or by a signature over this very attempt. */
function proofOf(request: Message | Question, options: HubClientOptions, at: Date): Record<string, string> {
  const { key, department = '', secret = '' } = options;
  if (request.body === undefined) {
    if (key) return { authorization: `Bearer ${key}` };
    throw new TypeError('only the API key of the department opens what is read');
  }
  const { id, body } = request;
  const json = { 'content-type': 'application/json' };
  if (key) return { ...json, authorization: `Bearer ${key}`, 'idempotency-key': id };
  return {
    ...json,
    'x-department': department,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatureOf(secret, { id, at, body }),
  };
}

/** `Retry-After` names seconds or an HTTP date; what it does not name is no wait. */
function retryAfterMs(header: string | null, now: Date): number {
  const ms = /^\d+$/.test(header ?? '') ? Number(header) * 1000 : Date.parse(header ?? '') - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT_MS) : 0;
}
