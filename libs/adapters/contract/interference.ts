import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Edit, Wire } from './wire/wire.js';

/** An answer the platform never meant to give. */
export interface FalseAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What goes wrong between a platform and the hub, whatever the platform is. */
export interface Interference {
  /** Answers the n-th request (from 1) before the platform sees it. */
  readonly answer?: (n: number) => FalseAnswer | undefined;
  /** Changes each record on its way; undefined takes it out. */
  readonly record?: Edit;
  /** Changes the bytes of each answer, file or pushed body. */
  readonly bytes?: (bytes: Uint8Array, n: number) => Uint8Array;
  /** Gives each list of records in the opposite order. */
  readonly reversed?: boolean;
  /** The platform does what it is asked, and never answers. */
  readonly silent?: boolean;
}

/** Sits between a platform's server and the hub. */
export class InterferingServer {
  /** Requests that reached the platform. */
  requests = 0;
  /** Addresses asked for, with their queries. */
  readonly addresses: string[] = [];
  private interference: Interference = {};
  private sinceInterfering = 0;

  constructor(
    private readonly app: FastifyInstance,
    private readonly wire: Wire,
  ) {
    app.addHook('onRequest', async (request, reply) => {
      this.requests++;
      this.addresses.push(request.url);
      const answer = this.interference.answer?.(++this.sinceInterfering);
      if (!answer) return undefined;
      return sendFalse(reply, answer);
    });
    app.addHook('onSend', async (_request, reply, payload) => {
      if (this.interference.silent) await new Promise(() => undefined); // until the connection is closed
      if (reply.statusCode !== 200 || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return payload;
      const changed = this.changed(Buffer.from(payload as string));
      reply.removeHeader('content-length');
      return Buffer.from(changed);
    });
  }

  interfere(interference: Interference): void {
    this.interference = interference;
    this.sinceInterfering = 0;
  }

  /** Bytes of an answer, a file or a pushed body after the interference. */
  changed(bytes: Uint8Array): Uint8Array {
    const { record, bytes: spoil, reversed } = this.interference;
    let changed = record ? this.wire.inPage(bytes, record) : bytes;
    if (reversed) changed = this.wire.reversed(changed);
    return spoil ? spoil(changed, this.sinceInterfering) : changed;
  }

  listen(): Promise<string> {
    return this.app.listen({ host: '127.0.0.1', port: 0 });
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

const sendFalse = (reply: FastifyReply, { status, headers = {}, body = '' }: FalseAnswer): FastifyReply =>
  reply.code(status).headers(headers).send(body);
