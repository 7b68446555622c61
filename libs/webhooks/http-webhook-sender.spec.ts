import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { signWebhook } from '#domain/delivery/webhook-signature.js';
import { Clock } from '#domain/ports/clock.js';
import type { WebhookRequest } from '#domain/ports/webhook-sender.js';
import { HttpWebhookSender } from './http-webhook-sender.js';

class FixedClock extends Clock {
  override now(): Date {
    return new Date('2026-11-26T00:00:00Z');
  }
}

interface Received {
  readonly url: string;
  readonly request: IncomingMessage;
  readonly body: string;
}

const servers: Server[] = [];
const received: Received[] = [];
let sender: HttpWebhookSender;

beforeEach(() => {
  received.length = 0;
  sender = new HttpWebhookSender(new FixedClock());
});

afterEach(async () => {
  await sender.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A receiver on a port of its own that keeps what it was sent; answers its address. */
async function receiver(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ url: request.url ?? '', request, body: Buffer.concat(chunks).toString('utf8') });
      answer(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
}

const answering = (status: number, headers: Record<string, string> = {}, body = ''): Promise<string> =>
  receiver((_, response) => response.writeHead(status, headers).end(body));

const to = (url: string, more: Partial<WebhookRequest> = {}): WebhookRequest => ({
  url,
  headers: { 'webhook-id': 'msg-1' },
  body: Buffer.from('{"type":"case.dispatched"}'),
  timeoutMs: 10_000,
  allowPrivate: true,
  ...more,
});

/** A resolver that gives out the addresses one by one, the last one for ever. */
function resolvingTo(...addresses: string[]): LookupFunction {
  return (_, options, callback) => {
    const address = addresses.length > 1 ? (addresses.shift() as string) : addresses[0];
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
}

describe('a webhook that is received', () => {
  it.each([200, 202, 204])('is confirmed by %d', async (status) => {
    expect(await sender.send(to(await answering(status)))).toMatchObject({ kind: 'confirmed', status });
  });

  it('arrives as JSON, with its headers and its bytes', async () => {
    await sender.send(to(await answering(200), { body: Buffer.from('{"data":"井盖"}') }));
    expect(received).toMatchObject([
      {
        url: '/hooks',
        body: '{"data":"井盖"}',
        request: { method: 'POST', headers: { 'webhook-id': 'msg-1', 'content-type': 'application/json' } },
      },
    ]);
  });

  it('is verified by the standardwebhooks package as it came', async () => {
    const secret = 'whsec_bmV3IHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ==';
    const body = Buffer.from('{"type":"case.urged","data":{"title":"路灯不亮"}}');
    await sender.send(to(await answering(200), { body, headers: signWebhook({ id: 'msg-1', at: new Date(), body }, [secret]) }));
    const [{ request, body: text }] = received;
    expect(new Webhook(secret).verify(text, request.headers as Record<string, string>)).toMatchObject({ type: 'case.urged' });
  });
});

describe('a webhook that is turned down', () => {
  it.each([301, 302, 307, 308])('is not carried on to where %d points', async (status) => {
    const elsewhere = await answering(200);
    const answer = await sender.send(to(await answering(status, { location: elsewhere })));
    expect(answer).toMatchObject({ kind: 'failed', status, reason: `HTTP ${status}: redirects are not followed` });
    expect(received).toHaveLength(1);
  });

  it('is hopeless after 410', async () => {
    expect(await sender.send(to(await answering(410)))).toMatchObject({ kind: 'hopeless', status: 410 });
  });

  it.each([400, 401, 404, 422, 500, 502])('failed after %d', async (status) => {
    const answer = await sender.send(to(await answering(status)));
    expect(answer).toMatchObject({ kind: 'failed', status, reason: `HTTP ${status}` });
    expect(answer).not.toHaveProperty('notBefore');
  });

  it.each([
    [429, '120', '2026-11-26T00:02:00.000Z'],
    [503, 'Thu, 26 Nov 2026 01:30:00 GMT', '2026-11-26T01:30:00.000Z'],
  ])('waits after %d as long as "%s" says', async (status, retryAfter, notBefore) => {
    const answer = await sender.send(to(await answering(status, { 'retry-after': retryAfter })));
    expect(answer).toMatchObject({ kind: 'failed', status, notBefore: new Date(notBefore) });
  });
});

describe('an answer that goes wrong', () => {
  it('fails a server that does not answer in time', async () => {
    const answer = await sender.send(to(await receiver(() => undefined), { timeoutMs: 100 }));
    expect(answer).toMatchObject({ kind: 'failed', reason: 'timed out after 100 ms' });
    expect(answer.durationMs).toBeLessThan(5_000);
  });

  it('keeps the status of a server whose body never ends', async () => {
    const address = await receiver((_, response) => void response.writeHead(200).write('thank y'));
    expect(await sender.send(to(address, { timeoutMs: 200 }))).toMatchObject({ kind: 'confirmed', excerpt: 'thank y' });
  });

  it('stops reading a body that has no end', async () => {
    let written = 0;
    const address = await receiver((_, response) => {
      const chunk = Buffer.alloc(16_384, 'x');
      const more = (): void => {
        written += chunk.length;
        response.write(chunk);
      };
      response.on('drain', more).writeHead(500);
      more();
    });
    const answer = await sender.send(to(address));
    expect(answer).toMatchObject({ kind: 'failed', status: 500, excerpt: 'x'.repeat(500) });
    expect(answer.durationMs).toBeLessThan(5_000);
    // The cap, and what the kernel's buffers on the way hold.
    expect(written).toBeLessThan(20_000_000);
  });

  it('keeps 500 characters of the body that PostgreSQL can store', async () => {
    const answer = await sender.send(to(await answering(400, {}, `\0${'错'.repeat(600)}`)));
    expect(answer.excerpt).toBe(`\uFFFD${'错'.repeat(499)}`);
  });

  it('fails when nobody listens', async () => {
    const address = await answering(200);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server.close(resolve));
    const answer = await sender.send(to(address));
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringContaining('network: ECONNREFUSED') });
  });

  it('fails when the connection breaks before the answer', async () => {
    const address = await receiver((request) => request.socket.destroy());
    expect(await sender.send(to(address))).toMatchObject({ kind: 'failed', reason: expect.stringContaining('network: ') });
  });

  it.each(['ftp://files.example/hooks', 'not an address'])('is hopeless for "%s"', async (url) => {
    expect(await sender.send(to(url))).toMatchObject({ kind: 'hopeless' });
  });
});

describe('the address guard in front of it', () => {
  it('keeps an endpoint that may not be private away from this machine', async () => {
    const address = await answering(200);
    const answer = await sender.send(to(address, { allowPrivate: false }));
    expect(answer).toMatchObject({ kind: 'failed', reason: 'address refused: 127.0.0.1 is loopback' });
    expect(received).toHaveLength(0);
  });

  it('sees through other spellings of an address', async () => {
    const { port } = new URL(await answering(200));
    for (const host of ['2130706433', '0x7f.1', '[::ffff:127.0.0.1]', 'localhost']) {
      const answer = await sender.send(to(`http://${host}:${port}/hooks`, { allowPrivate: false }));
      expect(answer.kind === 'failed' && answer.reason).toMatch(/^address refused: .* is loopback$/);
    }
    expect(received).toHaveLength(0);
  });

  it('refuses a name that resolves to a private address', async () => {
    const { port } = new URL(await answering(200));
    sender = new HttpWebhookSender(new FixedClock(), { resolve: resolvingTo('127.0.0.1') });
    const url = `http://department.example:${port}/hooks`;
    expect(await sender.send(to(url, { allowPrivate: false }))).toMatchObject({
      kind: 'failed',
      reason: 'address refused: 127.0.0.1 is loopback',
    });
    expect(received).toHaveLength(0);
    expect(await sender.send(to(url))).toMatchObject({ kind: 'confirmed' });
  });

  it('does not lend a private connection to an endpoint that may have none', async () => {
    const address = await answering(200);
    await sender.send(to(address));
    expect(await sender.send(to(address, { allowPrivate: false }))).toMatchObject({ kind: 'failed' });
    expect(received).toHaveLength(1);
  });

  it('connects to the address it checked, whatever the name answers a second time', async () => {
    const { port } = new URL(await answering(200));
    sender = new HttpWebhookSender(new FixedClock(), { resolve: resolvingTo('127.0.0.1', '169.254.169.254') });
    const url = `http://rebinding.example:${port}/hooks`;
    expect(await sender.send(to(url))).toMatchObject({ kind: 'confirmed' });
    await new Promise((resolve) => servers[0].close(resolve).closeAllConnections());
    servers.length = 0;
    expect(await sender.send(to(url))).toMatchObject({
      kind: 'failed',
      reason: 'address refused: 169.254.169.254 is metadata service',
    });
  });
});
