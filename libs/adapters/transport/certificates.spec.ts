import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TLSSocket } from 'node:tls';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCertificate } from '#test/support/certificates.js';
import type { MadeCertificate } from '#test/support/certificates.js';
import { Servers } from '#test/support/listening.js';
import { errorOf, platformHttp } from '#test/support/platform-http.js';

const never = new AbortController().signal;
const servers = new Servers();
let folder: string;
let platform: MadeCertificate;
let ours: MadeCertificate;
let locked: MadeCertificate;
let strange: MadeCertificate;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  platform = makeCertificate(folder, 'platform');
  ours = makeCertificate(folder, 'huiliu');
  locked = makeCertificate(folder, 'locked', { passphrase: 'sesame-passphrase' });
  strange = makeCertificate(folder, 'strange', { host: 'DNS:elsewhere.example' });
});
afterEach(() => servers.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A platform over TLS that tells who asked. */
async function open(shown: MadeCertificate, asksFor?: readonly MadeCertificate[]): Promise<string> {
  const options = {
    key: shown.key,
    cert: shown.cert,
    ...(asksFor && { requestCert: true, ca: asksFor.map(({ cert }) => cert) }),
  };
  const server = createServer(options, (request, answer) => {
    const { subject } = (request.socket as TLSSocket).getPeerCertificate() as { subject?: { CN: string } };
    answer.end(JSON.stringify({ you: subject?.CN ?? 'nobody' }));
  });
  return `https://127.0.0.1:${await servers.listen(server)}`;
}

/** A platform that says why it turns somebody away: over TLS 1.2, since over 1.3 the word is often lost with the connection. */
async function openStrict(): Promise<{ baseUrl: string; stop: () => Promise<void> }> {
  const files = ['-cert', platform.certFile, '-key', platform.keyFile, '-CAfile', ours.certFile];
  const server = spawn('openssl', [
    's_server',
    '-accept',
    '127.0.0.1:0',
    '-tls1_2',
    '-www',
    '-Verify',
    '1',
    '-verify_return_error',
    ...files,
  ]);
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  const port = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      const [, named] = /^ACCEPT .*:(\d+)$/.exec(line) ?? [];
      if (named !== undefined) resolve(named);
    });
    server.once('error', reject);
  });
  return { baseUrl: `https://127.0.0.1:${port}`, stop };
}

const get = { method: 'GET', path: '/' } as const;

describe('TLS to a platform', () => {
  it('trusts the authority in the settings', async () => {
    const http = platformHttp({ baseUrl: await open(platform), ca: platform.certFile });
    expect(await http.sendForJson(get, never)).toEqual({ you: 'nobody' });
  });

  it.each([
    ['that nobody vouches for', () => ({ shown: platform, ca: undefined })],
    ['that another authority vouches for', () => ({ shown: platform, ca: ours.certFile })],
    ['of another name', () => ({ shown: strange, ca: strange.certFile })],
  ])('refuses a certificate %s', async (_what, make) => {
    const { shown, ca } = make();
    const http = platformHttp({ baseUrl: await open(shown), ca });
    const error = await errorOf(http.send(get, never));
    expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_CERTIFICATE_REFUSED' });
    expect(error.message).toContain('check ca');
  });

  it('shows our certificate to a platform that asks for one', async () => {
    const baseUrl = await open(platform, [ours, locked]);
    const trust = { baseUrl, ca: platform.certFile };
    const plain = platformHttp({ ...trust, clientCertificate: ours.certFile, clientKey: ours.keyFile });
    expect(await plain.sendForJson(get, never)).toEqual({ you: 'huiliu' });
    const key = { clientCertificate: locked.certFile, clientKey: locked.keyFile, clientKeyPassphrase: 'sesame-passphrase' };
    expect(await platformHttp({ ...trust, ...key }).sendForJson(get, never)).toEqual({ you: 'locked' });
  });

  it.each([
    ['without one', () => ({})],
    ['with one it does not know', () => ({ clientCertificate: strange.certFile, clientKey: strange.keyFile })],
  ])('asks a person when the platform turns us away %s', async (_what, make) => {
    const { baseUrl, stop } = await openStrict();
    try {
      const error = await errorOf(platformHttp({ baseUrl, ca: platform.certFile, ...make() }).send(get, never));
      expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_CERTIFICATE_REFUSED' });
      expect(error.message).toContain('check clientCertificate and clientKey');
    } finally {
      await stop();
    }
  });

  it('wonders about our certificate when a platform closes the connection without a word', async () => {
    const error = await errorOf(platformHttp({ baseUrl: await open(platform, [ours]), ca: platform.certFile }).send(get, never));
    expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
    expect(error.message).toContain('perhaps it asks for a clientCertificate');
  });

  it('takes a renewed file without a restart', async () => {
    const ca = join(folder, 'ca.crt');
    copyFileSync(ours.certFile, ca);
    const http = platformHttp({ baseUrl: await open(platform), ca });
    expect((await errorOf(http.send(get, never))).code).toBe('PLATFORM_CERTIFICATE_REFUSED');
    copyFileSync(platform.certFile, ca);
    expect(await http.sendForJson(get, never)).toEqual({ you: 'nobody' });
  });

  it.each([
    ['a file that is not there', () => ({ ca: '/nowhere/ca.crt' }), '/nowhere/ca.crt'],
    ['a key of another certificate', () => ({ clientCertificate: ours.certFile, clientKey: strange.keyFile }), 'clientKey'],
    [
      'a wrong passphrase',
      () => ({ clientCertificate: locked.certFile, clientKey: locked.keyFile, clientKeyPassphrase: 'sesame-other' }),
      'passphrase',
    ],
  ])('names %s', async (_what, make, named) => {
    const error = await errorOf(platformHttp({ baseUrl: 'https://127.0.0.1:9', ...make() }).send(get, never));
    expect(error).toMatchObject({ name: 'OperatorError', code: 'CONFIG_INVALID' });
    expect(error.message).toContain(named);
    expect(inspect(error, { depth: 8 })).not.toContain('sesame');
  });
});
