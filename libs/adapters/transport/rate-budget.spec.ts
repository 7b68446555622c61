import { createServer } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RateBudget } from './rate-budget.js';
import { Servers } from '#test/support/listening.js';
import { errorOf, platformHttp } from '#test/support/platform-http.js';

const never = new AbortController().signal;
const get = { method: 'GET', path: '/' } as const;
const servers = new Servers();
afterEach(() => servers.close());

/** A platform that answers the n-th request (from 0) with these headers, and when each came. */
async function open(
  headersOf: (n: number) => OutgoingHttpHeaders & { status?: number },
): Promise<{ baseUrl: string; times: number[] }> {
  const times: number[] = [];
  const server = createServer((_request, answer) => {
    const { status = 200, ...headers } = headersOf(times.length);
    times.push(performance.now());
    answer.writeHead(status, headers).end('{}');
  });
  return { baseUrl: `http://127.0.0.1:${await servers.listen(server)}`, times };
}

/** Whether all of it ends without waiting for anything. */
const goesAtOnce = (work: readonly Promise<unknown>[]): Promise<boolean> =>
  Promise.race([Promise.all(work).then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);

describe('the rate budget of a platform', () => {
  it('keeps to the requests a minute in the settings, also when many are asked at once', async () => {
    const { baseUrl, times } = await open(() => ({}));
    const http = platformHttp({ baseUrl, requestsPerMinute: 300 });
    const began = performance.now();
    await Promise.all(Array.from({ length: 11 }, () => http.send(get, never)));
    // five at once, then one every 200 ms; a busy machine makes it later, never sooner
    const tooSoon = times.filter((time, n) => time - began < (n - 4) * 200 - 50);
    expect([times.length, tooSoon]).toEqual([11, []]);
  });

  it('asks as fast as it can without a limit', async () => {
    const budget = new RateBudget('P', undefined, () => new Date());
    expect(await goesAtOnce(Array.from({ length: 50 }, () => budget.take(never)))).toBe(true);
  });

  it.each([
    ['X-RateLimit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }],
    ['RateLimit', { ratelimit: '"default";r=0;t=1' }],
  ])('waits for a window that %s says is used up', async (_name, spent) => {
    const { baseUrl, times } = await open((n) => (n === 0 ? spent : {}));
    const http = platformHttp({ baseUrl });
    for (let request = 0; request < 2; request++) await http.send(get, never);
    expect(times[1] - times[0]).toBeGreaterThan(950);
  });

  it('waits for a window once, not for every request after it', async () => {
    const wall = { at: new Date('2026-11-22T04:00:00Z') };
    const budget = new RateBudget('P', undefined, () => wall.at);
    budget.learn({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '10' }, undefined);
    const stopped = new AbortController();
    const waiting = budget.take(stopped.signal).catch(() => undefined);
    expect(await goesAtOnce([waiting])).toBe(false);
    wall.at = new Date('2026-11-22T04:00:10Z');
    expect(await goesAtOnce([budget.take(never), budget.take(never)])).toBe(true);
    stopped.abort();
    await waiting;
  });

  it('counts down what is left of a window', async () => {
    const budget = new RateBudget('P', undefined, () => new Date('2026-11-22T04:00:00Z'));
    budget.learn({ 'x-ratelimit-remaining': '2', 'x-ratelimit-reset': '10' }, undefined);
    expect(await goesAtOnce([budget.take(never), budget.take(never)])).toBe(true);
    const stopped = new AbortController();
    const third = budget.take(stopped.signal).catch(() => undefined);
    expect(await goesAtOnce([third])).toBe(false);
    stopped.abort();
    await third;
  });

  it('says when to come again instead of waiting for long, and asks nothing meanwhile', async () => {
    const { baseUrl, times } = await open(() => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '600' }));
    const http = platformHttp({ baseUrl }, () => new Date('2026-11-22T04:00:00Z'));
    await http.send(get, never);
    const error = await errorOf(http.send(get, never));
    expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_RATE_LIMITED' });
    const waits = (error as { retryAt?: Date }).retryAt!.getTime() - Date.parse('2026-11-22T04:00:00Z');
    // the time that has passed between the two requests is taken off
    expect(waits).toBeLessThanOrEqual(600_000);
    expect(waits).toBeGreaterThan(570_000);
    expect(times.length).toBe(1);
  });

  it('goes on when the wall clock says that the time has come', async () => {
    const { baseUrl, times } = await open((n) => (n === 0 ? { status: 429, 'retry-after': '3600' } : {}));
    let now = new Date('2026-11-22T04:00:00Z');
    const http = platformHttp({ baseUrl }, () => now);
    await errorOf(http.send(get, never));
    await errorOf(http.send(get, never));
    expect(times.length).toBe(1);
    now = new Date('2026-11-22T05:00:00Z');
    await http.send(get, never);
    expect(times.length).toBe(2);
  });

  it.each([429, 503])('holds every request back as long as a %i asks', async (status) => {
    const { baseUrl, times } = await open((n) => (n === 0 ? { status, 'retry-after': '1' } : {}));
    const http = platformHttp({ baseUrl });
    await errorOf(http.send(get, never));
    await Promise.all([http.send(get, never), http.send(get, never)]);
    expect(times[1] - times[0]).toBeGreaterThan(950);
  });

  it('stops waiting when it is told to', async () => {
    const { baseUrl } = await open(() => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '20' }));
    const http = platformHttp({ baseUrl });
    await http.send(get, never);
    const error = await errorOf(http.send(get, AbortSignal.timeout(50)));
    expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
  }, 19_000);
});
