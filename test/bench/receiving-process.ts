import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';

/** A message that arrived, in the order of arrival; `at` in milliseconds since the epoch. */
interface Receipt {
  readonly id: string;
  readonly endpoint: number;
  readonly at: number;
}

export interface Received {
  readonly receipts: readonly Receipt[];
  /** Requests that the `standardwebhooks` package did not believe. */
  readonly refused: number;
}

type Order = { readonly kind: 'hang' | 'refuse'; readonly endpoint: number } | { readonly kind: 'tell' };

/** Endpoints of departments in a process of their own: they take everything down, and verify it when they are asked. */
export class ReceivingProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** By endpoint. */
    readonly urls: readonly string[],
  ) {}

  static async start(endpoints: number, secret: string): Promise<ReceivingProcess> {
    const child = fork(fileURLToPath(import.meta.url), ['--receive', String(endpoints), secret], { serialization: 'advanced' });
    const [ports] = (await once(child, 'message')) as [number[]];
    return new ReceivingProcess(
      child,
      ports.map((port) => `http://127.0.0.1:${port}/`),
    );
  }

  /** From now on the endpoint accepts and never answers, or refuses connections. */
  async fail(kind: 'hang' | 'refuse', endpoint: number): Promise<void> {
    await this.ask({ kind, endpoint });
  }

  /** What arrived since the last time it was asked, verified. */
  async received(): Promise<Received> {
    return (await this.ask({ kind: 'tell' })) as Received;
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }

  private async ask(order: Order): Promise<unknown> {
    this.child.send(order);
    const [answer] = (await once(this.child, 'message')) as [unknown];
    return answer;
  }
}

interface Kept extends Receipt {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

class Doors {
  private kept: Kept[] = [];
  private readonly hanging = new Set<number>();

  constructor(
    private readonly servers: readonly Server[],
    private readonly webhook: Webhook,
  ) {
    servers.forEach((server, endpoint) => server.on('request', (...both) => this.receive(endpoint, ...both)));
  }

  async obey(order: Order): Promise<Received | 'done'> {
    if (order.kind === 'tell') return this.tell();
    if (order.kind === 'hang') this.hanging.add(order.endpoint);
    else await this.shut(this.servers[order.endpoint]);
    return 'done';
  }

  private receive(endpoint: number, request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (this.hanging.has(endpoint)) return;
      const headers = request.headers as Record<string, string>;
      const at = performance.timeOrigin + performance.now();
      this.kept.push({ id: headers['webhook-id'], endpoint, at, headers, body: Buffer.concat(chunks) });
      response.writeHead(204).end();
    });
  }

  private tell(): Received {
    const receipts: Receipt[] = [];
    let refused = 0;
    for (const { id, endpoint, at, headers, body } of this.kept) {
      if (this.isBelieved(headers, body)) receipts.push({ id, endpoint, at });
      else refused += 1;
    }
    this.kept = [];
    return { receipts, refused };
  }

  private isBelieved(headers: Record<string, string>, body: Buffer): boolean {
    try {
      this.webhook.verify(body, headers);
      return true;
    } catch {
      return false;
    }
  }

  private async shut(server: Server): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}

async function serve(endpoints: number, secret: string): Promise<void> {
  const servers = Array.from({ length: endpoints }, () => createServer({ keepAliveTimeout: 60_000 }));
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const doors = new Doors(servers, new Webhook(secret));
  process.on('message', (order: Order) => void doors.obey(order).then((answer) => process.send?.(answer)));
  process.on('disconnect', () => process.exit());
  process.send?.(servers.map((server) => (server.address() as AddressInfo).port));
}

if (process.argv[2] === '--receive') await serve(Number(process.argv[3]), process.argv[4]);
