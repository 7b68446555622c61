import { request } from 'undici';
import type { CaseLine, CasePage } from './case-page.js';
import type { Order } from './duty.js';

/** Where the hub is and how the operator signs in. */
export interface HubAddress {
  readonly url: string;
  readonly adminName?: string;
  readonly adminPassword?: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const TIMEOUT_MS = 10_000;
const LONGEST_LIST = 200;

/** The hub's admin API as one signed-in operator uses it. A hub that is away or busy gives nothing, and is asked again some other time. */
export class HubDesk {
  private token: string | undefined;

  constructor(private readonly hub: () => HubAddress | undefined) {}

  /** Whether there is a hub and it lets the operator in. */
  async signIn(): Promise<boolean> {
    const hub = this.hub();
    if (!hub?.adminName || !hub.adminPassword) return false;
    if (this.token) return true;
    const { adminName: name, adminPassword: password } = hub;
    const { status, body } = await this.call('POST', '/session', { name, password });
    this.token = status < 300 ? (body as { token?: string }).token : undefined;
    return this.token !== undefined;
  }

  /** Cases of these statuses, with `needs` only those that wait for such a thing, newest first; of the newest `pages` times 200. */
  async list(statuses: readonly string[], pages: number, needs: readonly string[] = []): Promise<CaseLine[]> {
    const only = needs.length === 0 ? '' : `&needs=${needs.join(',')}`;
    const lines: CaseLine[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < pages; page++) {
      const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { status, body } = await this.call('GET', `/cases?status=${statuses.join(',')}${only}&limit=${LONGEST_LIST}${after}`);
      if (status >= 300) break;
      const { items = [], next } = body as { items?: CaseLine[]; next?: string | null };
      lines.push(...items);
      if (!next) break;
      cursor = next;
    }
    return lines;
  }

  async open(number: string): Promise<CasePage | undefined> {
    const { status, body } = await this.call('GET', `/cases/${encodeURIComponent(number)}`);
    return status < 300 ? (body as CasePage) : undefined;
  }

  /** Gives an order about a case as it was seen; `failed`: nobody knows, or it must be said again. */
  async order(number: string, version: number, order: Order): Promise<'taken' | 'refused' | 'failed'> {
    const { status } = await this.call('POST', `/cases/${encodeURIComponent(number)}/commands`, { ...order, version });
    if (status >= 500 || status === 429 || status === 401) return 'failed';
    return status < 300 ? 'taken' : 'refused';
  }

  private async call(method: 'GET' | 'POST', path: string, json?: unknown): Promise<Answer> {
    const url = this.hub()?.url;
    if (url === undefined) return { status: 503, body: {} };
    const answer = await request(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      body: json === undefined ? undefined : JSON.stringify(json),
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
    const text = await answer.body.text();
    if (answer.statusCode === 401) this.token = undefined;
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return { status: answer.statusCode, body: isJson && text ? JSON.parse(text) : {} };
  }
}
