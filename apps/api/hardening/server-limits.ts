import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes and milliseconds that a caller has. */
export interface ServerLimits {
  /** Largest body: a batch of pushed records with room to spare. */
  readonly bodyBytes: number;
  /** Until the head of a request is whole: whoever sends it byte by byte is cut off. */
  readonly headMs: number;
  /** Until the whole request is there. */
  readonly requestMs: number;
  /** How often slow requests are looked for. */
  readonly lookEveryMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  bodyBytes: 4 * 1024 * 1024,
  headMs: 15_000,
  requestMs: 60_000,
  lookEveryMs: 5_000,
};

/** Fastify's and Node's own limits, and answers to what no route ever sees. `proxies`: whose X-Forwarded-For is believed. */
export const serverOptions = (limits: ServerLimits = SERVER_LIMITS, proxies: readonly string[] = []) => ({
  bodyLimit: limits.bodyBytes,
  requestTimeout: limits.requestMs,
  http: { headersTimeout: limits.headMs, connectionsCheckingInterval: limits.lookEveryMs },
  forceCloseConnections: true,
  trustProxy: proxies.length > 0 ? [...proxies] : false,
  frameworkErrors: refuseAddress,
  clientErrorHandler: refuseConnection,
});

/** An address that is no address, as `/%`: refused before there is a route. */
function refuseAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).header('content-type', 'application/problem+json').send(problemText('the address cannot be read', 400));
}

/** What is no HTTP, too large a head, or too slow: one plain answer, then the end of the connection. */
function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, reason] = STATUS_LINES[error.code ?? ''] ?? [400, 'Bad Request'];
  const body = problemText('the request cannot be read', status);
  const head = `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close`;
  if (socket.writable) socket.write(`${head}\r\n\r\n${body}`);
  socket.destroy(error);
}

const STATUS_LINES: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};

const problemText = (detail: string, status: number): string =>
  JSON.stringify({
    type: 'https://huiliu.example/errors#REQUEST_INVALID',
    title: 'HttpRefusal',
    status,
    code: 'REQUEST_INVALID',
    detail,
  });
