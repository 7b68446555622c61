import { request } from 'undici';
import { startRounds } from '../platforms/rounds.js';
import type { Rounds } from '../platforms/rounds.js';
import type { RecordName, TruthBook } from '../world/truth-book.js';

/** Where the hub is and how the dispatcher signs in. */
export interface HubAddress {
  readonly url: string;
  readonly adminName?: string;
  readonly adminPassword?: string;
}

interface HeldCase {
  readonly number: string;
  readonly version: number;
  readonly reports?: readonly RecordName[];
  readonly candidates?: readonly { readonly department: string }[];
}

export interface DispatchBotOptions {
  readonly hub: () => HubAddress | undefined;
  readonly everyMs?: number;
}

const TIMEOUT_MS = 10_000;

/** A dispatcher at the operators' queue, who knows the city: sends every held case to whoever is really in charge. */
export class DispatchBot {
  readonly counts = { dispatched: 0, refused: 0 };
  private token: string | undefined;
  /** What was tried already; a case comes up again only when it has moved. */
  private readonly tried = new Map<string, number>();

  constructor(
    private readonly truth: Pick<TruthBook, 'majority'>,
    private readonly options: DispatchBotOptions,
  ) {}

  /** Works the queue once; the number of cases dispatched. */
  async work(): Promise<number> {
    const hub = this.options.hub();
    if (!hub?.adminName || !hub.adminPassword) return 0;
    this.token ??= await this.signIn(hub);
    if (!this.token) return 0;
    let done = 0;
    for (const held of await this.heldCases(hub)) {
      if (this.tried.get(held.number) === held.version) continue;
      if (await this.dispatch(hub, held)) done++;
    }
    return done;
  }

  private async signIn({ url, adminName: name, adminPassword: password }: HubAddress): Promise<string | undefined> {
    const { status, body } = await call(`${url}/api/v1/session`, 'POST', undefined, { name, password });
    return status < 300 ? (body as { token?: string }).token : undefined;
  }

  private async heldCases({ url }: HubAddress): Promise<readonly HeldCase[]> {
    const { status, body } = await call(`${url}/api/v1/cases?status=held&limit=50`, 'GET', this.token);
    if (status === 401) this.token = undefined;
    return status < 300 ? ((body as { items?: HeldCase[] }).items ?? []) : [];
  }

  private async dispatch({ url }: HubAddress, held: HeldCase): Promise<boolean> {
    const department = this.truth.majority(held.reports ?? [])?.department ?? held.candidates?.[0]?.department;
    if (!department) return false;
    const path = `${url}/api/v1/cases/${encodeURIComponent(held.number)}/commands`;
    const because = '派遣员核实权属后指派';
    const { status } = await call(path, 'POST', this.token, { command: 'dispatch', department, because });
    if (status === 401) this.token = undefined;
    if (status >= 500 || status === 429 || status === 401) return false;
    this.tried.set(held.number, held.version);
    if (this.tried.size > 5000) this.tried.delete(this.tried.keys().next().value!);
    this.counts[status < 300 ? 'dispatched' : 'refused']++;
    return status < 300;
  }
}

async function call(
  url: string,
  method: 'GET' | 'POST',
  token: string | undefined,
  json?: unknown,
): Promise<{ status: number; body: unknown }> {
  const answer = await request(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    body: json === undefined ? undefined : JSON.stringify(json),
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  const text = await answer.body.text();
  const isJson = String(answer.headers['content-type'] ?? '').includes('json');
  return { status: answer.statusCode, body: isJson && text ? JSON.parse(text) : {} };
}

/** Works the queue all the time until stopped; a hub that is away is tried again. */
export const startDispatchBot = (bot: DispatchBot, everyMs = 500): Rounds =>
  startRounds(everyMs, async () => {
    await bot.work();
  });
