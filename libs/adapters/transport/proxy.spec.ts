import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer as createTcpServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCertificate } from '#test/support/certificates.js';
import type { MadeCertificate } from '#test/support/certificates.js';
import { Servers } from '#test/support/listening.js';
import { errorOf, platformHttp } from '#test/support/platform-http.js';

const never = new AbortController().signal;
const get = { method: 'GET', path: '/orders?page=1' } as const;
const servers = new Servers();
const silent: Socket[] = [];
let folder: string;
let certificate: MadeCertificate;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proxy-'));
  certificate = makeCertificate(folder, 'platform');
});
afterEach(async () => {
  for (const socket of silent.splice(0)) socket.destroy();
  await servers.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A forward proxy: tunnels for https, asks itself for http. */
async function openProxy(user?: string): Promise<{ proxyUrl: string; asked: string[] }> {
  const asked: string[] = [];
  const wanted = user && `Basic ${Buffer.from(user).toString('base64')}`;
  const proxy = createHttpServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    if (wanted && request.headers['proxy-authorization'] !== wanted) return void answer.writeHead(407).end();
    const { 'proxy-authorization': _own, ...headers } = request.headers;
    const onwards = httpRequest(request.url ?? '', { method: request.method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers);
      given.pipe(answer);
    });
    onwards.on('error', () => answer.writeHead(502).end());
    request.pipe(onwards);
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`${request.method} ${request.url}`);
    if (wanted && request.headers['proxy-authorization'] !== wanted) return void socket.end('HTTP/1.1 407 No\r\n\r\n');
    const [host, port] = (request.url ?? '').split(':');
    const onwards = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onwards.pipe(socket).pipe(onwards);
    });
    onwards.on('error', () => socket.end('HTTP/1.1 502 No\r\n\r\n'));
    socket.on('error', () => onwards.destroy());
  });
  return { proxyUrl: `http://127.0.0.1:${await servers.listen(proxy)}`, asked };
}

async function openPlatform(): Promise<{ plain: string; tls: string }> {
  const answer = JSON.stringify({ ok: true });
  const plain = createHttpServer((request, reply) =>
    reply.end(request.headers['proxy-authorization'] ? '{"leaked":true}' : answer),
  );
  const tls = createTlsServer({ key: certificate.key, cert: certificate.cert }, (_request, reply) => reply.end(answer));
  return {
    plain: `http://127.0.0.1:${await servers.listen(plain)}`,
    tls: `https://127.0.0.1:${await servers.listen(tls)}`,
  };
}

describe('a proxy on the way', () => {
  it('is asked for an http address by its whole name', async () => {
    const { plain } = await openPlatform();
    const { proxyUrl, asked } = await openProxy();
    expect(await platformHttp({ baseUrl: plain, proxyUrl }).sendForJson(get, never)).toEqual({ ok: true });
    expect(asked).toEqual([`GET ${plain}/orders?page=1`]);
  });

  it('tunnels for https, and the platform is verified as ever', async () => {
    const { tls } = await openPlatform();
    const { proxyUrl, asked } = await openProxy();
    const http = platformHttp({ baseUrl: tls, proxyUrl, ca: certificate.certFile });
    expect(await http.sendForJson(get, never)).toEqual({ ok: true });
    expect(asked).toEqual([`CONNECT ${tls.slice('https://'.length)}`]);
    const error = await errorOf(platformHttp({ baseUrl: tls, proxyUrl }).send(get, never));
    expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_CERTIFICATE_REFUSED' });
  });

  it('is told who we are, and the platform is not', async () => {
    const { plain, tls } = await openPlatform();
    const { proxyUrl } = await openProxy('huiliu:sesame-proxy');
    const way = { proxyUrl, proxyUser: 'huiliu', proxyPassword: 'sesame-proxy', ca: certificate.certFile };
    for (const baseUrl of [plain, tls]) {
      expect(await platformHttp({ baseUrl, ...way }).sendForJson(get, never)).toEqual({ ok: true });
    }
  });

  it('that refuses us asks for a person, and no error tells the password', async () => {
    const { plain, tls } = await openPlatform();
    const { proxyUrl } = await openProxy('huiliu:sesame-proxy');
    for (const baseUrl of [plain, tls]) {
      const http = platformHttp({ baseUrl, proxyUrl, proxyUser: 'huiliu', proxyPassword: 'sesame-wrong' });
      const error = await errorOf(http.send(get, never));
      expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_PROXY_REFUSED' });
      expect(error.message).toContain('proxyPassword');
      for (const shown of [inspect(error, { depth: 9 }), inspect(http, { depth: 9, showHidden: true }), JSON.stringify(http)]) {
        expect(shown).not.toContain('sesame');
        expect(shown).not.toContain(Buffer.from('huiliu:sesame-wrong').toString('base64'));
      }
    }
  });

  it('that does not reach the platform is tried again', async () => {
    const { proxyUrl } = await openProxy();
    const error = await errorOf(platformHttp({ baseUrl: 'https://127.0.0.1:9', proxyUrl }).send(get, never));
    expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
    expect(error.message).toContain('proxy');
  });

  it('that hangs up, or never says a word, is tried again later and not at once', async () => {
    const { tls } = await openPlatform();
    let calls = 0;
    const rude = createTcpServer((socket) => {
      calls++;
      socket.once('data', () => socket.destroy());
    });
    const rudeError = await errorOf(
      platformHttp({ baseUrl: tls, proxyUrl: `http://127.0.0.1:${await servers.listen(rude)}` }).send(get, never),
    );
    expect(rudeError).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
    expect(calls).toBe(1);
    const mute = `http://127.0.0.1:${await servers.listen(createTcpServer((socket) => void silent.push(socket)))}`;
    const muteError = await errorOf(platformHttp({ baseUrl: tls, proxyUrl: mute, timeoutSeconds: 1 }).send(get, never));
    expect(muteError).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
  });

  it('that is not there is named', async () => {
    const { plain } = await openPlatform();
    const error = await errorOf(platformHttp({ baseUrl: plain, proxyUrl: 'http://127.0.0.1:9' }).send(get, never));
    expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
    expect(error.message).toContain('proxy http://127.0.0.1:9');
  });
});
