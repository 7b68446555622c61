import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubError, OperatorError, TransientError } from '#domain/errors.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { ADAPTERS } from '../adapters.js';
import { secretFields } from '../secret-field.js';
import { anUpdate } from './an-update.js';
import { Stand } from './stand.js';

const never = new AbortController().signal;

/** Any request of the adapter: it pulls when it can, otherwise it reads back. */
async function ask(adapter: PlatformAdapter, id: string, signal = never): Promise<unknown> {
  if (!adapter.pull) return adapter.readBack!(anUpdate(id), signal);
  return adapter.pull(undefined, signal)[Symbol.asyncIterator]().next();
}

async function errorOf(work: Promise<unknown>): Promise<HubError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof HubError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

/** What every adapter that speaks HTTP must make of a platform's bad days. */
export function httpContract(kind: string): void {
  describe('over HTTP', () => {
    let stand: Stand;
    beforeEach(async () => {
      stand = await Stand.open(kind);
      stand.book.put(...stand.records(3));
    });
    afterEach(() => stand.close());

    const id = (): string => stand.record(0).externalId;

    it('waits as long as a platform says that is asked too fast', async () => {
      stand.behave({ tooMany: 1 });
      const error = await errorOf(ask(stand.adapter(), id()));
      expect(error).toMatchObject({
        name: 'TransientError',
        code: 'PLATFORM_RATE_LIMITED',
        retryAt: new Date('2026-11-22T04:00:01Z'),
      });
    });

    it('calls a server error busy', async () => {
      stand.behave({ serverError: 1 });
      expect(await errorOf(ask(stand.adapter(), id()))).toMatchObject({ name: 'TransientError', code: 'PLATFORM_BUSY' });
    });

    it('calls a body that is cut in the middle broken', async () => {
      stand.behave({ truncatedBody: 1 });
      expect(await errorOf(ask(stand.adapter(), id()))).toMatchObject({ name: 'TransientError', code: 'PLATFORM_BODY_BROKEN' });
    });

    it('calls a platform that is not there unreachable', async () => {
      const adapter = stand.adapter({ baseUrl: 'http://127.0.0.1:9' });
      expect(await errorOf(ask(adapter, id()))).toMatchObject({ name: 'TransientError', code: 'PLATFORM_UNREACHABLE' });
      expect(await adapter.check(never)).toMatchObject({ kind: 'fault', actor: 'platform' });
    });

    it('asks a person when the credential is refused, and names the setting', async () => {
      const secrets = secretFields(ADAPTERS[kind].settings);
      const adapter = stand.adapter(Object.fromEntries(secrets.map((name) => [name, 'open-sesame'])));
      const error = await errorOf(ask(adapter, id()));
      expect(error).toBeInstanceOf(OperatorError);
      expect(error.code).toBe('PLATFORM_CREDENTIAL_REFUSED');
      expect(secrets.some((name) => error.message.includes(name))).toBe(true);
      expect(await adapter.check(never)).toMatchObject({ kind: 'fault', actor: 'operator' });
    });

    it('asks a person when the address is wrong', async () => {
      const address = `${String(Reflect.get(Reflect.get(stand.adapter(), 'settings') as object, 'baseUrl'))}/elsewhere`;
      const error = await errorOf(ask(stand.adapter({ baseUrl: address }), id()));
      expect(error).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_ADDRESS_WRONG' });
      expect(error.message).toContain('/elsewhere');
    });

    it('tells no secret in an error', async () => {
      const errors: HubError[] = [await errorOf(ask(stand.adapter({ baseUrl: 'http://127.0.0.1:9' }), id()))];
      for (const mischief of [{ tooMany: 1 }, { serverError: 1 }, { truncatedBody: 1 }]) {
        stand.behave(mischief);
        errors.push(await errorOf(ask(stand.adapter(), id())));
      }
      stand.behave({ tooMany: 1 });
      errors.push(await errorOf(stand.adapter().pushUpdate!(anUpdate(id()), never)));
      for (const error of errors) expect(inspect(error, { depth: 8 })).not.toContain('sesame');
    });

    it('stops within a second while a platform is silent', async () => {
      const stop = new AbortController();
      const silent = createServer(() => stop.abort());
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const begun = performance.now();
      const { port } = silent.address() as AddressInfo;
      const adapter = stand.adapter({ baseUrl: `http://127.0.0.1:${port}` });
      await expect(ask(adapter, id(), stop.signal)).rejects.toBeInstanceOf(TransientError);
      expect(performance.now() - begun).toBeLessThan(1000);
      silent.closeAllConnections();
      await new Promise((resolve) => silent.close(resolve));
    });

    it('refuses a body larger than it may hold', async () => {
      const flood = createServer((_request, answer) => answer.end(Buffer.alloc(3 * 1024 * 1024, 0x20)));
      await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve));
      const { port } = flood.address() as AddressInfo;
      const adapter = stand.adapter({ baseUrl: `http://127.0.0.1:${port}`, maxBodyMegabytes: 1 });
      expect(await errorOf(ask(adapter, id()))).toMatchObject({ name: 'OperatorError', code: 'PLATFORM_BODY_BROKEN' });
      flood.closeAllConnections();
      await new Promise((resolve) => flood.close(resolve));
    });

    it('can be told to be in order', async () => {
      expect(await stand.adapter().check(never)).toMatchObject({ kind: 'ok' });
    });
  });
}
