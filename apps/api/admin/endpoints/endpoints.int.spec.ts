import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { EndpointBook } from '#domain/ports/endpoint-book.js';
import { IdSource } from '#domain/ports/ids.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { EndpointDesk } from '#pipeline/endpoint-desk.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { emptyTables } from '#test/support/empty-tables.js';
import type { EndpointRig } from '#test/support/endpoint-rig.js';
import { openAdminApp, signInAs } from '#test/support/admin-app.js';
import { endpointRig } from '#test/support/endpoint-rig.js';
import { EndpointsModule } from './endpoints.module.js';

/** What other parts of the admin API ask for and no test here speaks to. */
const ELSEWHERE = [
  CaseStore,
  CaseDesk,
  MatchDesk,
  UndertakingDesk,
  LearnRarity,
  RecordStore,
  LedgerBook,
  ReconcileBook,
  SchemaBook,
];

describe('the endpoints for operators', () => {
  let rig: EndpointRig;
  let app: NestFastifyApplication;
  let bearer: string;

  beforeAll(async () => {
    rig = await endpointRig();
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const doorbell = { ring: async (asked: readonly object[]) => void rig.rings.push(JSON.stringify(asked)) };
    const providers = [
      { provide: DataSource, useValue: rig.source },
      { provide: Clock, useValue: rig.clock },
      { provide: IdSource, useClass: UuidV7 },
      { provide: City, useValue: new ConfiguredCity(reference, 1000) },
      { provide: Platforms, useValue: { all: () => [], find: () => undefined } },
      { provide: Doorbell, useValue: doorbell },
      { provide: DeliveryStore, useValue: rig.store },
      { provide: EndpointBook, useValue: rig.book },
      { provide: EndpointDesk, useValue: rig.desk },
      ...ELSEWHERE.map((provide) => ({ provide, useValue: {} })),
    ];
    app = await openAdminApp(EndpointsModule, providers);
    bearer = await signInAs(app, 'li');
  });
  beforeEach(() => {
    rig.clock.at = new Date('2026-11-26T00:00:00Z');
    return rig.seed({ url: 'http://127.0.0.1:9/hook' });
  });
  afterEach(() => emptyTables(rig.source, ['deliveries', 'cases', 'endpoints', 'endpoint_notices']));
  afterAll(async () => {
    await app.close();
    await rig.close();
  });

  const call = async (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/api/v1/${path}`, headers: { authorization: bearer }, payload });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: answer.json<Record<string, unknown>>(),
    };
  };

  it('are shown with how they do, and without a secret', async () => {
    const { url } = await rig.receiver(500);
    await rig.seed({ url });
    await rig.owe();
    await rig.deliver();
    await rig.owe('case.closed', 'parked');
    const { body, text } = await call('GET', 'endpoints');
    expect(body['items']).toEqual([
      {
        ...{ department: { id: 'gas-supply', name: '云汇燃气公司' }, url, allowPrivate: true, thin: false, algorithms: ['v1'] },
        ...{
          shadowUrl: null,
          callbackKey: null,
          ratePerSecond: null,
          concurrency: null,
          state: 'enabled',
          reason: null,
          since: '2026-11-26T00:00:00.000Z',
          mode: 'push',
        },
        keys: [{ kind: 'shared', publicKey: null, createdAt: '2026-11-26T00:00:00.000Z', expiresAt: null }],
        ...{ lastSuccessAt: null, failingSince: '2026-11-26T00:00:00.000Z', breaker: 'closed', owed: 1, parked: 1, failures: 1 },
        failuresByKind: { server: 1 },
      },
    ]);
    expect(text).not.toContain('whs');
  });

  it('hand out a rotated secret once, and say so to whoever looks later', async () => {
    const rotated = await call('POST', 'endpoints/gas-supply/secrets', {});
    expect([rotated.status, rotated.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(rotated.body).toEqual({ key: rig.directory.of('gas-supply')?.[0], oldUntil: '2026-11-27T00:00:00.000Z' });
    expect(rotated.body['key']).toMatch(/^whsec_/);

    const { body, text } = await call('GET', 'endpoints/gas-supply');
    expect(text).not.toContain('whs');
    expect(body['keys']).toMatchObject([{ expiresAt: null }, { expiresAt: '2026-11-27T00:00:00.000Z' }]);
    expect(body['notices']).toEqual([
      { what: 'rotated', by: 'li', at: '2026-11-26T00:00:00.000Z', detail: 'shared, the old one until 2026-11-27T00:00:00.000Z' },
    ]);
    const signing = await call('POST', 'endpoints/gas-supply/secrets', { kind: 'ed25519', overlapHours: 0 });
    expect(signing.body['key']).toMatch(/^whpk_/);
    expect(signing.text).not.toContain('whsk');
  });

  it('are changed, disabled, enabled and tested', async () => {
    const { url, received } = await rig.receiver();
    const changed = await call('PATCH', 'endpoints/gas-supply', { url, thin: true, state: 'disabled', shadowUrl: url });
    expect(changed.body).toMatchObject({ url, thin: true, state: 'disabled', reason: 'by li', shadowUrl: url });
    const tested = await call('POST', 'endpoints/gas-supply/test');
    expect(tested.body).toMatchObject({ kind: 'confirmed', status: 204, id: received[0].headers['webhook-id'] });
    const enabled = await call('PATCH', 'endpoints/gas-supply', { state: 'enabled', shadowUrl: null });
    expect(enabled.body).toMatchObject({ state: 'enabled', reason: null, shadowUrl: null, thin: true });
    const notices = (enabled.body['notices'] as { what: string }[]).map(({ what }) => what);
    expect(notices).toEqual(['enabled', 'changed', 'tested', 'disabled', 'changed']);
  });

  it('are added, never as private ones, and hand out their secret once', async () => {
    const wanted = { department: 'heat-supply', url: 'https://heat.example/hook', ratePerSecond: 0.5, concurrency: 2 };
    const added = await call('POST', 'endpoints', wanted);
    expect([added.status, added.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(added.body['key']).toBe(rig.directory.of('heat-supply')?.[0]);
    expect(added.body['endpoint']).toMatchObject({
      department: { id: 'heat-supply' },
      url: 'https://heat.example/hook',
      allowPrivate: false,
      thin: false,
      algorithms: ['v1'],
      ratePerSecond: 0.5,
      concurrency: 2,
      state: 'enabled',
      notices: [{ what: 'created', by: 'li', detail: 'https://heat.example/hook' }],
    });
    expect((await call('GET', 'endpoints/heat-supply')).text).not.toContain('whs');
    const twice = await call('POST', 'endpoints', wanted);
    expect([twice.status, twice.body['code']]).toEqual([409, 'ENDPOINT_EXISTS']);
    await rig.seed({ url: 'http://127.0.0.1:9/hook' });
    expect(rig.directory.find('heat-supply')).toMatchObject({ url: 'https://heat.example/hook', ratePerSecond: 0.5 });
  });

  it('are slowed down and let go again while the hub runs', async () => {
    const slowed = await call('PATCH', 'endpoints/gas-supply', { ratePerSecond: 2, concurrency: 1 });
    expect(slowed.body).toMatchObject({ ratePerSecond: 2, concurrency: 1 });
    expect(rig.courier.paceOf('gas-supply', { mostInFlight: 16, mostPerSecond: 200 })).toEqual({
      mostInFlight: 1,
      mostPerSecond: 2,
    });
    const freed = await call('PATCH', 'endpoints/gas-supply', { ratePerSecond: null, concurrency: null });
    expect(freed.body).toMatchObject({ ratePerSecond: null, concurrency: null });
    expect(rig.courier.paceOf('gas-supply', { mostInFlight: 16, mostPerSecond: 200 })).toEqual({
      mostInFlight: 16,
      mostPerSecond: 200,
    });
  });

  it('have their failures counted by kind', async () => {
    const { url, answer } = await rig.receiver(503);
    await rig.seed({ url });
    for (const status of [503, 404, 302, 500, 500]) {
      answer.status = status;
      await rig.owe();
      await rig.deliver();
      rig.clock.at = new Date(rig.clock.at.getTime() + 60_000);
    }
    await rig.seed({ url: 'http://169.254.169.254/' });
    await rig.owe();
    await rig.deliver();
    const { body } = await call('GET', 'endpoints/gas-supply');
    expect([body['failures'], body['failuresByKind']]).toEqual([
      6,
      { throttled: 1, client: 1, redirect: 1, server: 2, refused: 1 },
    ]);
  });

  it.each([
    ['an unknown department', 'POST', 'endpoints', { department: 'moon-supply' }, 400, 'REQUEST_INVALID'],
    [
      'an added way round the guard',
      'POST',
      'endpoints',
      { department: 'heat-supply', allowPrivate: true },
      400,
      'REQUEST_INVALID',
    ],
    ['a rate of nothing', 'PATCH', 'endpoints/gas-supply', { ratePerSecond: 0 }, 400, 'REQUEST_INVALID'],
    ['half a message at once', 'PATCH', 'endpoints/gas-supply', { concurrency: 0.5 }, 400, 'REQUEST_INVALID'],
    ['a delivery that is none', 'GET', 'deliveries/0197a8a0-0000-7000-8000-000000000000', undefined, 404, 'NOT_FOUND'],
    ['an id that is none', 'GET', 'deliveries/1', undefined, 400, 'REQUEST_INVALID'],
    [
      'a dry run of ids',
      'POST',
      'deliveries/replay',
      { ids: ['0197a8a0-0000-7000-8000-000000000000'], dryRun: true },
      400,
      'REQUEST_INVALID',
    ],
    ['an address that is none', 'PATCH', 'endpoints/gas-supply', { url: 'ftp://x' }, 400, 'REQUEST_INVALID'],
    ['no address', 'PATCH', 'endpoints/gas-supply', { url: null }, 400, 'REQUEST_INVALID'],
    ['an unknown signature', 'PATCH', 'endpoints/gas-supply', { algorithms: ['v2'] }, 400, 'REQUEST_INVALID'],
    ['a private call-back key', 'PATCH', 'endpoints/gas-supply', { callbackKey: 'whsk_AAAA' }, 400, 'REQUEST_INVALID'],
    ['a way round the address guard', 'PATCH', 'endpoints/gas-supply', { allowPrivate: true }, 400, 'REQUEST_INVALID'],
    ['an overlap of a month', 'POST', 'endpoints/gas-supply/secrets', { overlapHours: 720 }, 400, 'REQUEST_INVALID'],
    ['a department without one', 'GET', 'endpoints/heat-supply', undefined, 404, 'NOT_FOUND'],
    ['a replay of nothing', 'POST', 'deliveries/replay', {}, 400, 'REQUEST_INVALID'],
    [
      'a replay of all that ever arrived',
      'POST',
      'deliveries/replay',
      { filter: { state: 'confirmed' } },
      400,
      'REQUEST_INVALID',
    ],
    ['a replay of what waits', 'POST', 'deliveries/replay', { filter: { state: 'owed' } }, 400, 'REQUEST_INVALID'],
    [
      'a time without its zone',
      'POST',
      'deliveries/replay',
      { filter: { state: 'parked', since: '2026-11-26T00:00:00' } },
      400,
      'REQUEST_INVALID',
    ],
  ] as const)('refuse %s', async (_, method, path, payload, status, code) => {
    const answer = await call(method, path, payload);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(rig.directory.find('gas-supply')).toMatchObject({ url: 'http://127.0.0.1:9/hook', algorithms: ['v1'] });
  });

  it('cannot be tested where the department fetches its messages itself', async () => {
    await rig.seed({ url: undefined });
    const answer = await call('POST', 'endpoints/gas-supply/test');
    expect([answer.status, answer.body['code']]).toEqual([409, 'ENDPOINT_HAS_NO_ADDRESS']);
  });

  it('need somebody signed in', async () => {
    const answer = await app.inject({ method: 'PATCH', url: '/api/v1/endpoints/gas-supply', payload: { thin: true } });
    expect(answer.statusCode).toBe(401);
    expect(rig.directory.find('gas-supply')?.thin).toBe(false);
  });

  it('have parked messages sent again by department, type and time', async () => {
    await rig.owe('case.closed', 'parked');
    rig.clock.at = new Date(rig.clock.at.getTime() + 1_200_000);
    await rig.owe('case.closed', 'parked');
    await rig.owe('case.dispatched', 'parked');
    await rig.owe('case.closed', 'confirmed');
    const replay = (filter: object) => call('POST', 'deliveries/replay', { filter: { state: 'parked', ...filter } });

    expect((await replay({ target: 'heat-supply' })).body).toEqual({ count: 0, targets: [] });
    const some = await replay({ target: 'gas-supply', type: 'case.closed', since: '2026-11-26T08:10:00+08:00' });
    expect(some.body).toEqual({ count: 1, targets: [{ channel: 'webhook', target: 'gas-supply' }] });
    expect(await rig.messages()).toEqual(['parked 0', 'owed 0', 'parked 0', 'confirmed 0']);
    expect((await replay({})).body['count']).toBe(2);
    expect(await rig.messages()).toEqual(['owed 0', 'owed 0', 'owed 0', 'confirmed 0']);
    expect(rig.rings.at(-1)).toBe('[{"job":"deliver-webhooks","target":"gas-supply"}]');
  });

  it('have what arrived since a time sent again, after it was counted, and no answer to a citizen', async () => {
    const { url, received } = await rig.receiver();
    await rig.seed({ url });
    await rig.owe('case.dispatched');
    rig.clock.at = new Date(rig.clock.at.getTime() + 1_200_000);
    const since = rig.clock.at.toISOString();
    await rig.owe('case.urged');
    await rig.owe('case.closed');
    await rig.deliver();
    await rig.owe('case.recalled', 'parked');
    await rig.owe('answer', 'confirmed');
    await rig.source.query(`update deliveries set channel = 'write-back' where type = 'answer'`);
    const replay = (more: object) => call('POST', 'deliveries/replay', more);

    const filter = { state: 'any', since };
    expect((await replay({ filter, dryRun: true })).body).toEqual({ count: 3, targets: [] });
    expect((await replay({ filter: { ...filter, target: 'heat-supply' }, dryRun: true })).body['count']).toBe(0);
    expect(await rig.messages()).toEqual(['confirmed 1', 'confirmed 1', 'confirmed 1', 'parked 0', 'confirmed 0']);
    const arrived = await replay({ filter: { state: 'confirmed', since, target: 'gas-supply' } });
    expect(arrived.body).toEqual({ count: 2, targets: [{ channel: 'webhook', target: 'gas-supply' }] });
    expect(await rig.messages()).toEqual(['confirmed 1', 'owed 1', 'owed 1', 'parked 0', 'confirmed 0']);
    await rig.deliver();
    expect(await rig.messages()).toEqual(['confirmed 1', 'confirmed 2', 'confirmed 2', 'parked 0', 'confirmed 0']);
    const ids = received.map(({ headers }) => headers['webhook-id']);
    // two cases: only within one case is the order kept
    expect(ids.slice(3).sort()).toEqual(ids.slice(1, 3).sort());
  });

  it('show one delivery with every attempt at it', async () => {
    const { url } = await rig.receiver(500);
    await rig.seed({ url });
    const id = await rig.owe();
    await rig.deliver();
    const { body } = await call('GET', `deliveries/${id}`);
    expect(body).toMatchObject({
      id,
      number: expect.stringMatching(/^HL/),
      target: { id: 'gas-supply', name: '云汇燃气公司' },
      state: 'owed',
      attempts: 1,
      nextAttemptAt: '2026-11-26T01:00:00.000Z',
      log: [{ number: 1, durationMs: 0, outcome: 'failed', status: 500, reason: 'HTTP 500', excerpt: null }],
    });
  });
});
