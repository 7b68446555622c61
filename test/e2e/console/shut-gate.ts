import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Between the hub and its departments: the first message that comes is refused until the gate opens, all others pass. */
export class ShutGate {
  private refused: string | undefined;
  private isOpen = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(cityUrl: string): Promise<ShutGate> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const gate = new ShutGate(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const id = String(request.headers['webhook-id']);
      gate.refused ??= id;
      if (id === gate.refused && !gate.isOpen) return void response.writeHead(503).end();
      void passOn(cityUrl, request, response);
    });
    return gate;
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.server.close();
  }
}

async function passOn(cityUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const answer = await fetch(`${cityUrl}${request.url}`, {
    method: 'POST',
    headers: headers as Record<string, string>,
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status).end(await answer.text());
}
