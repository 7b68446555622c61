import { createServer } from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Servers } from '#test/support/listening.js';
import { errorOf, platformHttp } from '#test/support/platform-http.js';

const never = new AbortController().signal;
const get = { method: 'GET', path: '/' } as const;
const servers = new Servers();
afterEach(() => servers.close());

const open = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await servers.listen(createServer(listener))}`;

describe('a platform that is dead', () => {
  it('is asked with one request at a time until it answers', async () => {
    const held: ServerResponse[] = [];
    let mode: 'broken' | 'silent' | 'well' = 'broken';
    let asked = 0;
    let announce: () => void = () => undefined;
    const baseUrl = await open((_request, answer) => {
      asked++;
      if (mode === 'silent') held.push(answer);
      else answer.writeHead(mode === 'broken' ? 500 : 200).end('{}');
      announce();
    });
    const http = platformHttp({ baseUrl });
    for (let failure = 0; failure < 5; failure++) await errorOf(http.send(get, never));
    mode = 'silent';
    const arrived = new Promise<void>((resolve) => (announce = resolve));
    const probe = http.send(get, never);
    await arrived;
    const others = await Promise.all(Array.from({ length: 20 }, () => errorOf(http.send(get, never))));
    for (const error of others) expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
    expect(asked).toBe(6);
    mode = 'well';
    held[0].end('{}');
    await probe;
    await Promise.all(Array.from({ length: 20 }, () => http.send(get, never)));
    expect(asked).toBe(26);
  });

  it('is asked again at once by whoever comes after a failed try', async () => {
    let asked = 0;
    const baseUrl = await open((_request, answer) => {
      asked++;
      answer.writeHead(502).end();
    });
    const http = platformHttp({ baseUrl });
    for (let failure = 0; failure < 9; failure++) expect((await errorOf(http.send(get, never))).code).toBe('PLATFORM_BUSY');
    expect(asked).toBe(9);
  });

  it.each([
    ['refuses', 400],
    ['slows us down', 429],
    ['refuses the credential', 401],
  ])('is not one that %s', async (_what, status) => {
    let asked = 0;
    const baseUrl = await open((_request, answer) => {
      asked++;
      answer.writeHead(status).end();
    });
    const http = platformHttp({ baseUrl });
    for (let failure = 0; failure < 6; failure++) await errorOf(http.send(get, never));
    await Promise.all(Array.from({ length: 8 }, () => errorOf(http.send(get, never))));
    expect(asked).toBe(14);
  });

  it('is not one whose requests we stopped ourselves', async () => {
    let mode: 'silent' | 'well' = 'silent';
    const baseUrl = await open((_request, answer) => void (mode === 'well' && answer.end('{}')));
    const http = platformHttp({ baseUrl });
    for (let request = 0; request < 6; request++) await errorOf(http.send(get, AbortSignal.timeout(20)));
    mode = 'well';
    await Promise.all(Array.from({ length: 8 }, () => http.send(get, never)));
  });
});

describe('a platform that hangs', () => {
  it.each([
    ['before its answer', (answer: ServerResponse) => void answer, 'PLATFORM_UNREACHABLE'],
    ['in the middle of its answer', (answer: ServerResponse) => void answer.write('{"a":'), 'PLATFORM_BODY_BROKEN'],
  ])(
    '%s fails after the time-out',
    async (_when, hang, code) => {
      const baseUrl = await open((_request, answer) => hang(answer));
      const error = await errorOf(platformHttp({ baseUrl, timeoutSeconds: 1 }).send(get, never));
      expect(error).toMatchObject({ name: 'TransientError', code });
    },
    12_000,
  );
});
