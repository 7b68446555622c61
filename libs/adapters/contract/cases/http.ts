import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect } from '@jest/globals';
import { OperatorError, TransientError } from '#domain/errors.js';
import type { HubError } from '#domain/errors.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { ADAPTERS } from '../../adapters.js';
import { secretFields } from '../../secret-field.js';
import { anUpdate } from '../an-update.js';
import type { FalseAnswer } from '../interference.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { errorOf } from './error-of.js';
import { never } from './never.js';

/** Any request of the adapter: it pulls when it can, otherwise it reads back. */
async function ask(adapter: PlatformAdapter, stand: Stand, signal = never): Promise<unknown> {
  if (!adapter.pull) return adapter.readBack!(anUpdate(stand.id(0)), signal);
  return adapter.pull(undefined, signal)[Symbol.asyncIterator]().next();
}

/** What a request comes to when the platform answers like this. */
async function errorAfter(stand: Stand, answer: FalseAnswer): Promise<HubError> {
  stand.interfere({ answer: () => answer });
  return errorOf(ask(stand.adapter(), stand));
}

/** Another server in the platform's place, for as long as the work takes. */
async function inPlaceOf(answer: RequestListener, work: (baseUrl: string) => Promise<void>): Promise<void> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const NOWHERE = { baseUrl: 'http://127.0.0.1:9' };

/** What every adapter that speaks HTTP must make of a platform's bad days. */
export function httpCases(subject: Subject): void {
  /** Secrets that this platform was given; a proxy's password, say, is another matter. */
  const secretsOf = (stand: Stand): readonly string[] =>
    secretFields(ADAPTERS[subject.name].settings).filter((name) => name in stand.settings);

  group('http', subject, (declare) => {
    const test: typeof declare = (name, run) =>
      declare(name, async (stand) => {
        await stand.put(...stand.records(3));
        await run(stand);
      });

    test('waits as long as a platform says that is asked too fast', async (stand) => {
      const limited = { name: 'TransientError', code: 'PLATFORM_RATE_LIMITED' };
      const inSeconds = await errorAfter(stand, { status: 429, headers: { 'retry-after': '90' } });
      expect(inSeconds).toMatchObject({ ...limited, retryAt: new Date('2026-11-22T04:01:30Z') });
      const atTime = await errorAfter(stand, { status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 04:02:00 GMT' } });
      expect(atTime).toMatchObject({ ...limited, retryAt: new Date('2026-11-22T04:02:00Z') });
    });

    test('calls a platform that is asked too fast and says no time rate-limited', async (stand) => {
      const error = await errorAfter(stand, { status: 429, body: 'slow down' });
      expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_RATE_LIMITED' });
      expect(Reflect.get(error, 'retryAt')).toBeUndefined();
    });

    test('calls a burst of server errors busy, and goes on after it', async (stand) => {
      const adapter = stand.adapter();
      for (const status of [500, 502, 503, 504]) {
        stand.interfere({ answer: () => ({ status, headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' }) });
        expect(await errorOf(ask(adapter, stand))).toMatchObject({ name: 'TransientError', code: 'PLATFORM_BUSY' });
      }
      stand.interfere({});
      await expect(ask(adapter, stand)).resolves.toBeDefined();
    });

    test('calls a body that is cut in the middle broken', async (stand) => {
      stand.interfere({ bytes: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) });
      const error = await errorOf(ask(stand.adapter(), stand));
      expect(error).toMatchObject({ name: 'TransientError', code: 'PLATFORM_BODY_BROKEN' });
    });

    test('calls a body that is another format broken', async (stand) => {
      for (const body of ['', 'ok', '<html><body>请登录</body></html>', 'null', '[1', '"{}"']) {
        const error = await errorAfter(stand, { status: 200, body });
        expect([body, error.name, error.code]).toEqual([body, 'TransientError', 'PLATFORM_BODY_BROKEN']);
      }
    });

    test('calls a platform that is not there unreachable, and check says that the platform must act', async (stand) => {
      const adapter = stand.adapter(NOWHERE);
      expect(await errorOf(ask(adapter, stand))).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
      expect(await adapter.check(never)).toMatchObject({ kind: 'fault', actor: 'platform' });
    });

    test('asks a person when the credential is refused, names the setting, and check says so', async (stand) => {
      const secrets = secretsOf(stand);
      const adapter = stand.adapter(Object.fromEntries(secrets.map((name) => [name, 'open-sesame'])));
      const error = await errorOf(ask(adapter, stand));
      expect(error).toBeInstanceOf(OperatorError);
      expect(error.code).toBe('PLATFORM_CREDENTIAL_REFUSED');
      expect(secrets.some((name) => error.message.includes(name))).toBe(true);
      const checked = await adapter.check(never);
      expect(checked).toMatchObject({ kind: 'fault', actor: 'operator' });
      expect(checked.kind === 'fault' && secrets.some((name) => checked.message.includes(name))).toBe(true);
    });

    test('asks a person when the address is wrong, and names it', async (stand) => {
      const adapter = stand.adapter({ baseUrl: `${String(stand.settings.baseUrl)}/elsewhere` });
      const error = await errorOf(ask(adapter, stand));
      expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_ADDRESS_WRONG' });
      expect(error.message).toContain('/elsewhere');
      expect(await adapter.check(never)).toMatchObject({ kind: 'fault', actor: 'operator' });
    });

    test('tells no secret in an error', async (stand) => {
      const errors: HubError[] = [await errorOf(ask(stand.adapter(NOWHERE), stand))];
      const echoing = JSON.stringify(stand.settings); // a platform that repeats in its refusal what it was sent
      for (const status of [400, 401, 403, 404, 409, 429, 500, 503])
        errors.push(await errorAfter(stand, { status, body: echoing }));
      stand.interfere({ bytes: (bytes) => bytes.subarray(0, 20) });
      errors.push(await errorOf(ask(stand.adapter(), stand)));
      const writing = stand.adapter().pushUpdate?.bind(stand.adapter(NOWHERE));
      if (writing) errors.push(await errorOf(writing(anUpdate(stand.id(0)), never)));
      for (const error of errors) {
        for (const secret of secretsOf(stand)) expect(inspect(error, { depth: 8 })).not.toContain(String(stand.settings[secret]));
      }
    });

    test('sends no secret in an address', async (stand) => {
      const adapter = stand.adapter();
      await ask(adapter, stand);
      await adapter.check(never);
      await adapter.pushUpdate?.(anUpdate(stand.id(1)), never);
      await adapter.readBack?.(anUpdate(stand.id(1)), never);
      expect(stand.server.addresses.length).toBeGreaterThan(1);
      for (const address of stand.server.addresses) {
        for (const secret of secretsOf(stand)) expect(decodeURIComponent(address)).not.toContain(String(stand.settings[secret]));
      }
    });

    test('stops while a platform is silent', async (stand) => {
      const stop = new AbortController();
      await inPlaceOf(
        () => stop.abort(),
        // Nothing else would end it: the platform never answers.
        async (baseUrl) => expect(ask(stand.adapter({ baseUrl }), stand, stop.signal)).rejects.toBeInstanceOf(TransientError),
      );
    });

    test('refuses a body larger than it may hold', async (stand) => {
      await inPlaceOf(
        (_request, answer) => answer.end(Buffer.alloc(3 * 1024 * 1024, 0x20)),
        async (baseUrl) => {
          const error = await errorOf(ask(stand.adapter({ baseUrl, maxBodyMegabytes: 1 }), stand));
          expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_BODY_BROKEN' });
        },
      );
    });
  });
}
