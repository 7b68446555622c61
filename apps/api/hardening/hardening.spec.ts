import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { APP_PIPE, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { RejectedError } from '#domain/errors.js';
import { ProblemFilter } from '../problem.filter.js';
import { requestPipe } from '../request-pipe.js';
import { harden } from './harden.js';
import type { RequestLimits } from './request-brake.js';
import { serverOptions } from './server-limits.js';

@Controller()
class DoorController {
  @Get('api/v1/doors/:name')
  open(@Param('name') name: string) {
    if (name === 'broken') throw new Error('select secret from vault');
    if (name !== 'front') throw new RejectedError('NOT_FOUND', 'no such door');
    return { name };
  }

  @Post('api/v1/doors')
  @HttpCode(200)
  knock(@Body() body: object) {
    return { knocked: Object.keys(body).length };
  }

  @Post('inbound/door')
  @HttpCode(202)
  push() {
    return {};
  }
}

@Module({ controllers: [DoorController], providers: [{ provide: APP_PIPE, useFactory: requestPipe }] })
class House {}

const SERVER = { bodyBytes: 1_200_000, headMs: 500, requestMs: 2_000, lookEveryMs: 50 };
const UNLIMITED = { perPerson: 0, perAddress: 0, refusalsPerAddress: 0 };
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

async function open(limits: Partial<RequestLimits> = {}): Promise<{ app: NestFastifyApplication; url: string; port: number }> {
  const app = await NestFactory.create<NestFastifyApplication>(House, new FastifyAdapter(serverOptions(SERVER)), {
    logger: false,
  });
  app.useGlobalFilters(new ProblemFilter(silent));
  await harden(app, { ...UNLIMITED, ...limits });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return { app, url, port: Number(new URL(url).port) };
}

/** Writes onto a bare socket and reads until the other side hangs up. */
function talk(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => (heard += data.toString('latin1')));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

describe('the door', () => {
  let door: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.app.close());
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${door.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  it('tells browsers to take nothing from elsewhere and to show the pages in no frame', async () => {
    const { headers } = await fetch(`${door.url}/api/v1/doors/front`);

    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('shows a stranger nothing of a mistake', async () => {
    const answer = await fetch(`${door.url}/api/v1/doors/broken`);

    expect(await answer.json()).toEqual({
      type: 'https://huiliu.example/errors#DEFECT',
      title: 'Defect',
      status: 500,
      code: 'DEFECT',
      detail: 'the hub made a mistake; it is in the log',
    });
  });

  it('takes a megabyte from people and no more', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_100_000) });

    const [refused, pushed] = [await post('/api/v1/doors', body), await post('/inbound/door', body)];

    expect([refused.status, refused.headers.get('content-type')]).toEqual([413, 'application/problem+json; charset=utf-8']);
    expect(await refused.json()).toMatchObject({ status: 413, code: 'REQUEST_INVALID' });
    expect(pushed.status).toBe(202);
  });

  it('takes as much from platforms as the server is set to and no more', async () => {
    expect((await post('/inbound/door', JSON.stringify({ text: 'x'.repeat(1_200_001) }))).status).toBe(413);
  });

  it.each([
    ['no JSON', '{"a":', 400],
    ['a prototype', '{"__proto__":{"admin":true}}', 400],
    ['ten thousand levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400],
  ])('refuses a body that is %s', async (_, body, status) => {
    const answer = await post('/api/v1/doors', body);

    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, 'REQUEST_INVALID']);
  });

  it('refuses what other sites’ pages send, whoever is signed in', async () => {
    const statuses = await Promise.all(
      ['cross-site', 'same-site', 'same-origin', 'none'].map((site) => post('/api/v1/doors', '{}', { 'sec-fetch-site': site })),
    );

    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 200, 200]);
  });

  it('answers an address that is none with a problem', async () => {
    const heard = await talk(door.port, 'GET /api/v1/%zz HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n');

    expect(heard).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"REQUEST_INVALID"/);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 Bad Request[\s\S]*"code":"REQUEST_INVALID"/],
    ['a head beyond 16 kB', `GET / HTTP/1.1\r\nHost: hub\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['a head that never ends', 'GET / HTTP/1.1\r\nHost: hub\r\nX-Slow: ', /^HTTP\/1\.1 408 /],
    [
      'a body that never ends',
      'POST /api/v1/doors HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      /^HTTP\/1\.1 408 /,
    ],
  ])('ends a connection with %s', async (_, text, answer) => {
    expect(await talk(door.port, text)).toMatch(answer);
  });
});

describe('the brakes', () => {
  const ask = (url: string, name: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/v1/doors/${name}`, { headers }).then(({ status, headers: told }) => ({ status, told }));
  const as = (token: string) => ({ authorization: `Bearer ${token}` });

  it('count by person, tell what is left, and say when to go on', async () => {
    const { app, url } = await open({ perPerson: 2 });
    const first = await ask(url, 'front', as('li'));
    await ask(url, 'front', as('li'));
    const [third, other] = [await ask(url, 'front', as('li')), await ask(url, 'front', as('wang'))];
    await app.close();

    expect([first.told.get('ratelimit-limit'), first.told.get('ratelimit-remaining')]).toEqual(['2', '1']);
    expect([third.status, other.status]).toEqual([429, 200]);
    expect(Number(third.told.get('retry-after'))).toBeGreaterThan(50);
  });

  it('count by address, whoever is said to ask', async () => {
    const { app, url } = await open({ perAddress: 3 });
    const statuses = [];
    for (const token of ['a', 'b', 'c', 'd']) statuses.push((await ask(url, 'front', as(token))).status);
    await app.close();

    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('stop an address that guesses, and let honest use run', async () => {
    const { app, url } = await open({ refusalsPerAddress: 2 });
    const statuses = [];
    for (const name of ['front', 'side', 'front', 'back', 'front']) statuses.push((await ask(url, name)).status);
    const pushed = await fetch(`${url}/inbound/door`, { method: 'POST' });
    await app.close();

    expect(statuses).toEqual([200, 404, 200, 404, 429]);
    expect(pushed.status).toBe(202);
  });
});
