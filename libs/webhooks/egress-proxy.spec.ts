import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { rootCertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCertificate } from '#test/support/certificates.js';
import type { MadeCertificate } from '#test/support/certificates.js';
import { Servers } from '#test/support/listening.js';
import { HttpWebhookSender } from './http-webhook-sender.js';
import type { WayOut } from './http-webhook-sender.js';

const servers = new Servers();
const clock = { now: () => new Date('2026-11-26T00:00:00Z') };
let folder: string;
let department: MadeCertificate;
let ours: MadeCertificate;
let sender: HttpWebhookSender | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'egress-'));
  department = makeCertificate(folder, 'department', { host: 'DNS:department.example' });
  ours = makeCertificate(folder, 'huiliu');
});
afterEach(async () => {
  await sender?.close();
  await servers.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A proxy that opens tunnels, for whoever knows the password; and what it was asked for. */
async function openProxy(answer = 'HTTP/1.1 200 OK\r\n\r\n'): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    if (request.headers['proxy-authorization'] !== `Basic ${Buffer.from('hub:se:same').toString('base64')}`) {
      return void socket.end('HTTP/1.1 407 No\r\n\r\n');
    }
    if (!answer.includes(' 200 ')) return void socket.end(answer);
    const [host, port] = (request.url ?? '').split(':');
    const onwards = connect(Number(port), host, () => {
      socket.write(answer);
      onwards.pipe(socket).pipe(onwards);
    });
    for (const end of [onwards, socket]) end.on('error', () => [onwards, socket].forEach((each) => each.destroy()));
  });
  return { address: `127.0.0.1:${await servers.listen(proxy)}`, asked };
}

/** A department over TLS that says whose certificate it was shown. */
async function openDepartment(): Promise<number> {
  const options = { key: department.key, cert: department.cert, requestCert: true, rejectUnauthorized: false, ca: ours.cert };
  const server = createTlsServer(options, (request, answer) => {
    const { subject } = (request.socket as TLSSocket).getPeerCertificate() as { subject?: { CN: string } };
    answer.end(`shown ${subject?.CN ?? 'nothing'}`);
  });
  return servers.listen(server);
}

async function send(way: WayOut, url: string, allowPrivate = true) {
  sender = new HttpWebhookSender(clock, {
    resolve: (_host, options, callback) =>
      options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4),
    ...way,
  });
  return sender.send({ url, headers: {}, body: Buffer.from('{}'), timeoutMs: 5_000, allowPrivate });
}

describe('webhooks through an egress proxy', () => {
  it('ask it for the address that was checked, and speak TLS with the name they meant', async () => {
    const { address, asked } = await openProxy();
    const port = await openDepartment();
    const way = { proxyUrl: `http://hub:se%3Asame@${address}`, certificates: { ca: [department.cert] } };
    const answer = await send(way, `https://department.example:${port}/hook`);
    expect(answer).toMatchObject({ kind: 'confirmed', status: 200, excerpt: 'shown nothing' });
    expect(asked).toEqual([`127.0.0.1:${port}`]);
  });

  it('take plain http through it as well', async () => {
    const { address, asked } = await openProxy();
    const port = await servers.listen(createServer((_, answer) => answer.writeHead(204).end()));
    expect(await send({ proxyUrl: `http://hub:se%3Asame@${address}` }, `http://department.example:${port}/`)).toMatchObject({
      kind: 'confirmed',
      status: 204,
    });
    expect(asked).toHaveLength(1);
  });

  it.each(['http://department.example/', 'http://127.0.0.1/', 'http://[::1]/'])(
    'do not even ask it for what the address guard refuses: %s',
    async (url) => {
      const { address, asked } = await openProxy();
      const answer = await send({ proxyUrl: `http://hub:se%3Asame@${address}` }, url, false);
      expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/^address refused: .* is loopback$/) });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['knows nobody', 'http://hub:wrong@', 'HTTP/1.1 200 OK\r\n\r\n', 'egress proxy: no tunnel, HTTP 407'],
    ['opens nothing', 'http://hub:se%3Asame@', 'HTTP/1.1 502 No\r\n\r\n', 'egress proxy: no tunnel, HTTP 502'],
  ])('fail, and say why, when it %s', async (_, user, word, reason) => {
    const { address } = await openProxy(word);
    const port = await openDepartment();
    expect(await send({ proxyUrl: `${user}${address}` }, `https://department.example:${port}/`)).toMatchObject({
      kind: 'failed',
      reason,
    });
  });

  it('fail when it is not there', async () => {
    const answer = await send({ proxyUrl: 'http://127.0.0.1:9' }, 'http://department.example/');
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/^egress proxy: no tunnel, .*ECONNREFUSED/) });
  });
});

describe('TLS with an endpoint', () => {
  it('shows the hub’s own certificate where it is asked for', async () => {
    const { cert, key } = ours;
    const certificates = { cert, key, ca: [...rootCertificates, department.cert] };
    const answer = await send({ certificates }, `https://department.example:${await openDepartment()}/`);
    expect(answer).toMatchObject({ kind: 'confirmed', excerpt: 'shown huiliu' });
  });

  it('is refused with a certificate that nobody vouches for', async () => {
    const answer = await send({}, `https://department.example:${await openDepartment()}/`);
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') });
  });

  it('is refused with a certificate of another name', async () => {
    const way = { certificates: { ca: [department.cert] } };
    const answer = await send(way, `https://elsewhere.example:${await openDepartment()}/`);
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') });
  });
});
