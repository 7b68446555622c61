import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import type { Ring } from '#domain/ports/doorbell.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource } from '#storage/data-source.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import { SqlDeliveryStore } from '#storage/sql-delivery-store.js';
import { SqlLedgerBook } from '#storage/sql-ledger-book.js';
import { SqlRarityBook } from '#storage/sql-rarity-book.js';
import { SqlReconcileBook } from '#storage/sql-reconcile-book.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { SqlSchemaBook } from '#storage/sql-schema-book.js';
import { SqlUndertakingBook } from '#storage/sql-undertaking-book.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { ProblemFilter } from '../problem.filter.js';
import { AdminModule } from './admin.module.js';
import { Operators } from './operators.js';

const CASE = '0190a000-0000-7000-8000-000000000001';
const REPORT = '0190a000-0000-7000-8000-0000000000a1';
const PARKED = '0190a000-0000-7000-8000-0000000000d1';

class StoppedClock extends Clock {
  at = new Date('2026-11-20T02:00:00.000Z');
  override now(): Date {
    return this.at;
  }
}

class HeardDoorbell extends Doorbell {
  readonly rings: Ring[] = [];
  override async ring(rings: readonly Ring[]): Promise<void> {
    this.rings.push(...rings);
  }
  override async answers(): Promise<boolean> {
    return true;
  }
}

class OnePlatform extends Platforms {
  private readonly hotline = {
    id: 'hotline',
    title: '12345 政务热线',
    pullEverySeconds: 60,
    adapter: {
      describe: () => ({ kind: 'hotline', title: '热线', capabilities: ['pull', 'push-update', 'count'] }),
      count: async function* () {},
    },
  } as unknown as Platform;
  override all(): readonly Platform[] {
    return [this.hotline];
  }
  override find(id: string): Platform | undefined {
    return id === 'hotline' ? this.hotline : undefined;
  }
}

/** A held case with one report, an event, a clock that warns, a parked delivery, and a record that could not be read. */
const SEED = `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, route, last_hash)
values ('${CASE}', 'HL202611200001', 1, 'held', '2026-11-20T01:00:00Z', '路灯不亮 13812345678', 'E0113', 'complaint', 'normal',
  '{"address":"云岚街道银杏路 3 号"}', '云岚街道', '{"kind":"held","because":"两个部门的职责相近","candidates":[{"department":"transport","confidence":0.5}]}', 'x');
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
values ('${REPORT}', 'hotline', 'H1', '${CASE}', '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', '路灯不亮', '请致电 13812345678', 'complaint', 'normal', 'E0113', '{}', '', '{}', '2026-11-20T01:00:00Z');
insert into report_links (report_id, case_id, relation, linked_at) values ('${REPORT}', '${CASE}', 'opened', '2026-11-20T01:00:00Z');
insert into case_events values ('${CASE}', 1, 'case.held', '2026-11-20T01:00:00Z', 'hub', '{"because":"两个部门的职责相近"}', 'x');
insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, because)
values ('${CASE}', 'dispatch', '2026-11-20T01:00:00Z', '2026-11-20T01:30:00Z', '2026-11-20T03:00:00Z', '2 小时');
insert into deliveries (id, channel, target, case_id, report_id, type, payload, state, created_at, attempts, next_attempt_at, reason)
values ('${PARKED}', 'write-back', 'hotline', '${CASE}', '${REPORT}', 'answer', '{}', 'parked', '2026-11-20T01:00:00Z', 1, '2026-11-20T01:00:00Z', '404');
insert into delivery_attempts values ('${PARKED}', 1, '2026-11-20T01:10:00Z', 12, 'hopeless', 404, 'no such record', null);
insert into pages (platform, received_at, day, pulled, unchanged) values ('hotline', '2026-11-20T01:00:00Z', '2026-11-20', 2, 0);
insert into records (page_id, platform, external_id, day, received_at, bytes, outcome, report_id)
values (1, 'hotline', 'H1', '2026-11-20', '2026-11-20T01:00:00Z', '{}', 'opened', '${REPORT}');
insert into records (page_id, platform, external_id, day, received_at, bytes, outcome, faults)
values (1, 'hotline', 'H2', '2026-11-20', '2026-11-20T01:00:00Z', decode('c2b7b5c6', 'hex'), 'quarantined', '[{"field":"title","message":"missing"}]');
`;

describe('the admin API', () => {
  const clock = new StoppedClock();
  const doorbell = new HeardDoorbell();
  let database: TestDatabase;
  let source: DataSource;
  let app: NestFastifyApplication;
  let bearer: string;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 5 });
    await source.initialize();
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const city = new ConfiguredCity(reference, 1000);
    const store = new SqlCaseStore(source);
    const ids = new UuidV7();
    const providers = [
      { provide: DataSource, useValue: source },
      { provide: Clock, useValue: clock },
      { provide: IdSource, useValue: ids },
      { provide: City, useValue: city },
      { provide: Doorbell, useValue: doorbell },
      { provide: Platforms, useValue: new OnePlatform() },
      { provide: CaseStore, useValue: store },
      { provide: CaseDesk, useValue: new CaseDesk(store, city, doorbell, { clock, ids }) },
      { provide: MatchDesk, useValue: new MatchDesk(store, city, doorbell, { clock, ids }) },
      { provide: UndertakingDesk, useValue: new UndertakingDesk(new SqlUndertakingBook(source), city, { clock, ids }) },
      { provide: LearnRarity, useValue: new LearnRarity(new SqlRarityBook(source), city) },
      { provide: DeliveryStore, useValue: new SqlDeliveryStore(source) },
      { provide: RecordStore, useValue: new SqlRecordStore(source, clock) },
      { provide: LedgerBook, useValue: new SqlLedgerBook(source) },
      { provide: ReconcileBook, useValue: new SqlReconcileBook(source, clock) },
      { provide: SchemaBook, useValue: new SqlSchemaBook(source) },
    ];
    @Global()
    @Module({ providers, exports: providers.map(({ provide }) => provide) })
    class TestFoundation {}
    const module = await Test.createTestingModule({ imports: [TestFoundation, AdminModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useGlobalFilters(new ProblemFilter({ log: () => undefined, warn: () => undefined, error: () => undefined }));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await app.get(Operators).setPassword('li', 'right-password');
    bearer = `Bearer ${(await signIn('right-password')).json<{ token: string }>().token}`;
  });

  beforeEach(async () => {
    await source.query(
      `truncate delivery_attempts, deliveries, hot_issues, match_suggestions, report_links, case_clocks, case_events, reports, cases, records, pages, pulls, reconciliations,
       reconcile_turns, schema_fields restart identity cascade`,
    );
    await source.query(SEED);
    doorbell.rings.length = 0;
  });

  afterAll(async () => {
    await app?.close();
    await source?.destroy();
    await database?.drop();
  });

  const signIn = (password: string) => app.inject({ method: 'POST', url: '/api/v1/session', payload: { name: 'li', password } });
  const get = (url: string) => app.inject({ url: `/api/v1/${url}`, headers: { authorization: bearer } });
  const post = (url: string, payload: object = {}) =>
    app.inject({ method: 'POST', url: `/api/v1/${url}`, headers: { authorization: bearer }, payload });

  describe('signing in', () => {
    it('gives a cookie that no script reads, and ends with signing out', async () => {
      const cookie = String((await signIn('right-password')).headers['set-cookie']);
      expect(cookie).toMatch(/^huiliu_session=[\w-]{43}; Path=\/api\/v1; HttpOnly; SameSite=Strict; Max-Age=43200$/);
      const asCookie = { cookie: cookie.split(';')[0] };
      const session = { url: '/api/v1/session', headers: asCookie };
      expect((await app.inject(session)).json()).toMatchObject({ name: 'li' });
      expect((await app.inject({ method: 'DELETE', ...session })).statusCode).toBe(204);
      expect((await app.inject(session)).statusCode).toBe(401);
    });

    it('is refused for a wrong password', async () => {
      const answer = await signIn('wrong-password');
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('is needed for everything else', async () => {
      const answer = await app.inject({ url: '/api/v1/cases' });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('is not lent to other sites', async () => {
      const cookie = `huiliu_session=${bearer.slice('Bearer '.length)}`;
      const headers = { cookie, 'sec-fetch-site': 'cross-site' };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/platforms/hotline/pause', headers });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'FORBIDDEN']);
    });

    it('makes a first operator only where there is none', async () => {
      expect(await app.get(Operators).ensureFirstOperator('admin')).toBeUndefined();
    });
  });

  describe('cases', () => {
    it('are listed with what a dispatcher needs, phones masked', async () => {
      expect((await get('cases?status=held,filed&q=路灯')).json()).toMatchObject({
        items: [
          {
            number: 'HL202611200001',
            version: 1,
            status: 'held',
            step: 'dispatch',
            statusLabel: '待派遣',
            title: '路灯不亮 138****5678',
            category: { code: 'E0113', name: '道路破损' },
            lead: null,
            clock: 'yellow',
            dueAt: '2026-11-20T03:00:00.000Z',
            reportCount: 1,
            candidates: [{ department: 'transport', name: '区交通运输局', confidence: 0.5 }],
            because: '两个部门的职责相近',
            reports: [{ platform: 'hotline', externalId: 'H1' }],
          },
        ],
      });
    });

    it.each([
      ['status=closed', 0],
      ['platform=hotline', 1],
      ['platform=portal', 0],
      ['department=transport', 0],
      ['category=E0113&street=云岚街道', 1],
      ['clock=red', 0],
      ['clock=yellow', 1],
      ['q=H1', 1],
      ['q=100%25', 0],
    ])('are filtered by %s', async (query, count) => {
      expect((await get(`cases?${query}`)).json<{ items: unknown[] }>().items).toHaveLength(count);
    });

    it('come page by page', async () => {
      await source.query(`insert into cases select gen_random_uuid(), 'HL20261120000' || n, 1, 'held', opened_at + n * interval '1 ms', title,
        category, nature, urgency, place, street, grid_code, lead, co_handlers, returned_by, round, answer, answered_at, closed_at, recurrence_of,
        routed_to, route, last_hash, revisit_due_at from cases, generate_series(2, 4) n`);
      const numbers: string[] = [];
      for (let address: string | undefined = 'cases?limit=2'; address !== undefined;) {
        const page: { items: { number: string }[]; next?: string } = (await get(address)).json();
        numbers.push(...page.items.map(({ number }) => number));
        address = page.next && `cases?limit=2&cursor=${page.next}`;
      }
      expect(numbers).toEqual(['HL202611200004', 'HL202611200003', 'HL202611200002', 'HL202611200001']);
    });

    it.each(['limit=0', 'limit=201', 'status=lost', 'cursor=abc', 'colour=red'])('are not listed for %s', async (query) => {
      const answer = await get(`cases?${query}`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'REQUEST_INVALID']);
    });

    it('tell everything that is written down about one', async () => {
      expect((await get('cases/HL202611200001')).json()).toMatchObject({
        case: { number: 'HL202611200001', clock: 'yellow', title: '路灯不亮 138****5678' },
        commands: [
          ...['dispatch', 'refuse', 'settle-on-the-spot', 'suspend', 'supervise', 'blow-whistle', 'call-meeting', 'claim'],
          ...['force-close', 'withdraw'],
        ],
        reports: [
          {
            platform: { id: 'hotline', name: '12345 政务热线' },
            body: '请致电 138****5678',
            relation: 'opened',
            answer: { state: 'parked', reason: '404' },
          },
        ],
        events: [{ seq: 1, type: 'case.held', actor: 'hub' }],
        clocks: [{ clock: 'dispatch', colour: 'yellow' }],
        deliveries: [{ target: { name: '12345 政务热线' }, log: [{ number: 1, outcome: 'hopeless', status: 404 }] }],
      });
      expect((await get('cases/HL0')).json()).toMatchObject({ status: 404, code: 'CASE_UNKNOWN' });
    });

    it('are moved by commands, and say what is legal when they refuse', async () => {
      const dispatch = { command: 'dispatch', department: 'transport', because: '核实权属', version: 1 };
      expect((await post('cases/HL202611200001/commands', dispatch)).json()).toMatchObject({ status: 'dispatched', version: 2 });
      expect(doorbell.rings).toEqual([{ job: 'deliver-webhooks', target: 'transport' }]);
      const again = await post('cases/HL202611200001/commands', dispatch);
      expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'CASE_VERSION_STALE']);
      const close = await post('cases/HL202611200001/commands', { command: 'close', because: '办完' });
      expect(close.statusCode).toBe(409);
      expect(close.json()).toMatchObject({ code: 'CASE_MOVE_ILLEGAL', legal: expect.stringContaining('hold') });
      const actor = await source.query<{ actor: string }[]>('select actor from case_events where seq = 2');
      expect(actor).toEqual([{ actor: 'operator:li' }]);
    });

    it('are refused with a reason that the citizen reads', async () => {
      const refuse = { command: 'refuse', code: 'out-of-scope', reason: '请拨打 110' };
      expect((await post('cases/HL202611200001/commands', refuse)).json()).toMatchObject({ status: 'refused', commands: [] });
      const [answer] = await source.query<{ text: string }[]>(
        `select payload->>'text' as text from deliveries where channel = 'write-back' and type = 'answer' and state = 'owed'`,
      );
      expect(answer.text).toBe('不予立案: 不属于受理范围。请拨打 110');
    });

    it('do what is asked twice under one request id once', async () => {
      const urge = { command: 'supervise', level: 'urged', because: '催办', requestId: 'request-1' };
      const [first, second] = [
        await post('cases/HL202611200001/commands', urge),
        await post('cases/HL202611200001/commands', urge),
      ];
      expect([first.statusCode, second.json()]).toEqual([200, first.json()]);
      const rows = await source.query<{ count: number }[]>(
        `select count(*)::int from case_events where type = 'case.supervised'`,
      );
      expect(rows).toEqual([{ count: 1 }]);
    });

    it.each([
      { command: 'sign' },
      { command: 'dispatch' },
      { command: 'dispatch', department: 'nobody' },
      { command: 'refuse' },
      { command: 'refuse', reason: '不归街道' },
      { command: 'suspend', because: '停工' },
      { command: 'supervise', level: 'loudly', because: '催办' },
      { command: 'blow-whistle', kind: 'daily', street: 'nobody', departments: ['transport'], because: '占道' },
      { command: 'withdraw' },
    ])('do not take %j', async (body) => {
      expect((await post('cases/HL202611200001/commands', body)).statusCode).toBe(400);
    });
  });

  describe('what waits for a person', () => {
    it('is on the overview', async () => {
      expect((await get('overview')).json()).toMatchObject({
        cases: { total: 1, open: 1, overdue: 0, bySteps: expect.arrayContaining([{ step: 'dispatch', count: 1 }]) },
        platforms: [{ id: 'hotline', health: 'waiting', today: { pulled: 2, opened: 1, quarantined: 1 } }],
        writeBacks: { owed: 1, confirmed: 0, parked: 1, waiting: 0 },
        events: [{ number: 'HL202611200001', type: 'case.held' }],
        needsMe: {
          held: [{ number: 'HL202611200001' }],
          overdue: [],
          next: [{ number: 'HL202611200001' }],
          parked: [{ id: PARKED }],
          suggested: 0,
          quarantined: 1,
        },
      });
    });

    it('can be read and tried again', async () => {
      const page = (await get('quarantine')).json<{ items: { id: string }[] }>();
      expect(page).toMatchObject({
        items: [{ externalId: 'H2', text: '路灯', raw: 'wre1xg==', faults: [{ field: 'title', message: 'missing' }] }],
      });
      expect((await post('quarantine/retry', { ids: [page.items[0].id] })).json()).toEqual({ retried: 1 });
      expect(doorbell.rings).toEqual([{ job: 'ingest-batch', platform: 'hotline' }]);
    });

    it('can be sent again', async () => {
      expect((await get('deliveries?state=parked&channel=write-back')).json()).toMatchObject({
        items: [{ id: PARKED, number: 'HL202611200001' }],
      });
      expect((await post('deliveries/replay', { ids: [PARKED] })).json()).toEqual({
        targets: [{ channel: 'write-back', target: 'hotline' }],
      });
      expect(doorbell.rings).toEqual([{ job: 'write-back', target: 'hotline' }]);
    });
  });

  it('pauses and resumes a platform', async () => {
    await post('platforms/hotline/pause');
    expect((await get('platforms')).json()).toMatchObject({ items: [{ id: 'hotline', paused: true, health: 'paused' }] });
    await post('platforms/hotline/resume');
    expect((await get('platforms')).json()).toMatchObject({ items: [{ paused: false }] });
    expect((await post('platforms/nowhere/pause')).statusCode).toBe(404);
  });

  it('has a platform counted again, and shows what that came to', async () => {
    expect((await get('platforms')).json()).toMatchObject({ items: [{ reconcile: null }] });
    const rung = await post('platforms/hotline/reconcile');
    expect([rung.statusCode, rung.json()]).toEqual([202, { id: 'hotline' }]);
    expect(doorbell.rings).toEqual([{ job: 'reconcile-platform', platform: 'hotline' }]);

    await source.query(`insert into reconcile_turns values ('hotline', now());
      insert into reconciliations (platform, at, day, counted_before, at_source, ours, missing, healed) values
        ('hotline', '2026-11-18T18:30:00Z', '2026-11-18', '2026-11-18T16:00:00Z', 9, 9, '{}', '{}'),
        ('hotline', '2026-11-19T18:30:00Z', '2026-11-18', '2026-11-18T16:00:00Z', 9, 8, '{H3}', '{H3}'),
        ('hotline', '2026-11-19T18:30:00Z', '2026-11-19', '2026-11-19T16:00:00Z', 5, 3, '{H4,H5}', '{H5}')`);
    const summary = { at: '2026-11-19T18:30:00.000Z', days: 2, atSource: 14, missing: 3, healed: 2, isWhole: false, error: null };
    expect((await get('platforms')).json()).toMatchObject({ items: [{ reconcile: summary }] });
    expect((await get('platforms/hotline/reconcile')).json()).toMatchObject({
      items: [
        { day: '2026-11-19', atSource: 5, ours: 3, missingCount: 2, healedCount: 1, missing: ['H4', 'H5'], healed: ['H5'] },
        { day: '2026-11-18', missing: ['H3'] },
      ],
    });
    expect((await post('platforms/nowhere/reconcile')).statusCode).toBe(404);
  });

  it('shows what has drifted until an operator has seen it', async () => {
    await source.query(`insert into schema_fields (platform, path, type, example, first_seen, last_seen, drift, types_before)
      values ('hotline', 'visit.solved', 'number', '9', '2026-11-19T01:00:00Z', now(), 'changed-type', '{text}')`);
    const drift = { kind: 'changed-type', path: 'visit.solved', type: 'number', before: ['text'], example: '9' };
    expect((await get('platforms')).json()).toMatchObject({
      items: [{ drifts: [{ ...drift, since: '2026-11-19T01:00:00.000Z' }] }],
    });
    expect((await post('platforms/hotline/drifts/acknowledge', { path: 'visit.solved' })).statusCode).toBe(200);
    expect((await get('platforms')).json()).toMatchObject({ items: [{ drifts: [] }] });
    expect((await post('platforms/hotline/drifts/acknowledge', { path: 'visit.solved' })).statusCode).toBe(404);
    expect((await post('platforms/hotline/drifts/acknowledge', {})).statusCode).toBe(400);
    const [row] = await source.query<object[]>('select acknowledged_by from schema_fields');
    expect(row).toEqual({ acknowledged_by: 'li' });
  });

  it('says when reading again has been tried three times in vain', async () => {
    await source.query(`update records set retries = 2 where outcome = 'quarantined'`);
    const { items } = (await get('quarantine')).json<{ items: { id: string }[] }>();
    expect(items).toMatchObject([{ retries: 2, isExhausted: false }]);
    await post('quarantine/retry', { ids: [items[0].id] });
    await source.query(`update records set outcome = 'quarantined' where id = $1`, [items[0].id]);
    expect((await get('quarantine')).json()).toMatchObject({ items: [{ retries: 3, isExhausted: true }] });
  });

  it('draws up the ledger', async () => {
    const ledger = (await get('ledger?day=2026-11-20')).json();
    expect(ledger).toMatchObject({
      days: [{ platform: 'hotline', platformName: '12345 政务热线', pulled: 2, opened: 1, quarantined: 1, unaccounted: 0 }],
    });
    expect((await get('ledger?day=yesterday')).statusCode).toBe(400);
  });

  it('lists the names a person chooses among, and no suggestion yet', async () => {
    const reference = (await get('reference')).json<{ departments: unknown[]; streets: string[] }>();
    expect(reference.departments.length).toBeGreaterThan(20);
    expect(reference.streets).toContain('云岚街道');
    expect((await get('suggestions')).json()).toEqual({ items: [] });
  });

  it('lists the hot issues with their place and their reports', async () => {
    await source.query(
      `insert into hot_issues (case_id, raised_at, recent, expected, surprise) values ('${CASE}', now(), 9, 1.25, 6)`,
    );

    const { items } = (await get('hot-issues')).json<{ items: unknown[] }>();

    expect(items).toMatchObject([
      {
        number: 'HL202611200001',
        title: '路灯不亮 138****5678',
        place: { address: '云岚街道银杏路 3 号' },
        category: { code: 'E0113' },
      },
    ]);
    const newest = [{ id: REPORT, platform: { id: 'hotline', name: '12345 政务热线' }, title: '路灯不亮' }];
    expect(items).toMatchObject([{ recent: 9, expected: 1.3, reports: 1, newest }]);
  });

  it('tells live what changed', async () => {
    await app.listen(0, '127.0.0.1');
    const stream = await fetch(`${await app.getUrl()}/api/v1/live`, { headers: { authorization: bearer } });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (reader && !text.includes('HL202611200001')) text += (await reader.read()).value;
    await reader?.cancel();
    expect(text).toContain('event: overview');
  });
});
