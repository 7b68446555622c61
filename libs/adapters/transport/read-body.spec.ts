import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Servers } from '#test/support/listening.js';
import { errorOf, platformHttp } from '#test/support/platform-http.js';

const never = new AbortController().signal;
const get = { method: 'GET', path: '/' } as const;
const servers = new Servers();
afterEach(() => servers.close());

async function open(
  bytes: Uint8Array,
  encoding: string,
  status = 200,
): Promise<{ baseUrl: string; asked: IncomingHttpHeaders[] }> {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.headers);
    answer.writeHead(status, { 'content-encoding': encoding }).end(bytes);
  });
  return { baseUrl: `http://127.0.0.1:${await servers.listen(server)}`, asked };
}

const ANSWER = Buffer.from('{"text":"望江路路面塌陷"}');

describe('a packed body', () => {
  it.each([
    ['gzip', gzipSync(ANSWER)],
    ['x-gzip', gzipSync(ANSWER)],
    ['GZIP', gzipSync(ANSWER)],
    ['deflate', deflateSync(ANSWER)],
    ['br', brotliCompressSync(ANSWER)],
    ['identity', ANSWER],
  ])('is read when it is %s', async (encoding, bytes) => {
    const { baseUrl, asked } = await open(bytes, encoding);
    expect(await platformHttp({ baseUrl }).sendForJson(get, never)).toEqual({ text: '望江路路面塌陷' });
    expect(asked[0]['accept-encoding']).toBe('gzip, deflate, br');
  });

  it('is read under a status that the caller reads itself', async () => {
    const { baseUrl } = await open(gzipSync(ANSWER), 'gzip', 404);
    const answer = await platformHttp({ baseUrl }).send({ ...get, readable: [404] }, never);
    expect(answer).toEqual({ status: 404, text: '{"text":"望江路路面塌陷"}' });
  });

  it.each([
    ['cut in the middle', gzipSync(ANSWER).subarray(0, 20), 'gzip'],
    ['not packed at all', ANSWER, 'gzip'],
    ['packed in a way nobody asked for', ANSWER, 'zstd'],
    ['packed twice', gzipSync(gzipSync(ANSWER)), 'gzip, gzip'],
  ])('is broken when it is %s', async (_what, bytes, encoding) => {
    const { baseUrl } = await open(bytes, encoding);
    const error = await errorOf(platformHttp({ baseUrl }).send(get, never));
    expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_BODY_BROKEN' });
  });

  it.each([
    ['gzip', (bytes: Uint8Array) => gzipSync(bytes)],
    ['br', (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ])('that is a bomb of %s is refused before it fills the memory', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(200 * 1024 * 1024, 0x20));
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    const { baseUrl } = await open(bomb, encoding);
    const before = process.memoryUsage().rss;
    const error = await errorOf(platformHttp({ baseUrl, maxBodyMegabytes: 1 }).send(get, never));
    expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_BODY_BROKEN' });
    expect(error.message).toContain('maxBodyMegabytes');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });
});
