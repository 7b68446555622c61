import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminDesk, CASE, REPORT, PARKED } from '#test/support/admin-desk.js';
import { Operators } from './operators.js';

describe('the admin API', () => {
  let desk: AdminDesk;

  beforeAll(async () => {
    desk = await AdminDesk.open();
  });
  beforeEach(() => desk.reset());
  afterAll(() => desk?.end());

  const get = (url: string) => desk.get(url);
  const post = (url: string, payload?: object) => desk.post(url, payload);

  describe('signing in', () => {
    it('gives a cookie that no script reads, and ends with signing out', async () => {
      const cookie = String((await desk.signIn('right-password')).headers['set-cookie']);
      expect(cookie).toMatch(/^huiliu_session=[\w-]{43}; Path=\/api\/v1; HttpOnly; SameSite=Strict; Max-Age=43200$/);
      const asCookie = { cookie: cookie.split(';')[0] };
      const session = { url: '/api/v1/session', headers: asCookie };
      expect((await desk.app.inject(session)).json()).toMatchObject({ name: 'li' });
      expect((await desk.app.inject({ method: 'DELETE', ...session })).statusCode).toBe(204);
      expect((await desk.app.inject(session)).statusCode).toBe(401);
    });

    it('is refused for a wrong password', async () => {
      const answer = await desk.signIn('wrong-password');
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('is needed for everything else', async () => {
      const answer = await desk.app.inject({ url: '/api/v1/cases' });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('is not lent to other sites', async () => {
      const cookie = `huiliu_session=${desk.headers.authorization.slice('Bearer '.length)}`;
      const headers = { cookie, 'sec-fetch-site': 'cross-site' };
      const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/platforms/hotline/pause', headers });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'FORBIDDEN']);
    });

    it('makes a first operator only where there is none', async () => {
      expect(await desk.app.get(Operators).ensureFirstOperator('admin')).toBeUndefined();
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
      await desk.source
        .query(`insert into cases select gen_random_uuid(), 'HL20261120000' || n, 1, 'held', opened_at + n * interval '1 ms', title,
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
        items: [{ externalId: 'H2', text: '路灯', faults: [{ field: 'title', message: 'missing' }] }],
      });
      expect((await post('quarantine/retry', { ids: [page.items[0].id] })).json()).toEqual({ retried: 1 });
      expect(desk.doorbell.rings).toEqual([{ job: 'ingest-batch', platform: 'hotline' }]);
    });

    it('can be sent again', async () => {
      expect((await get('deliveries?state=parked&channel=write-back')).json()).toMatchObject({
        items: [{ id: PARKED, number: 'HL202611200001' }],
      });
      expect((await post('deliveries/replay', { ids: [PARKED] })).json()).toEqual({
        targets: [{ channel: 'write-back', target: 'hotline' }],
      });
      expect(desk.doorbell.rings).toEqual([{ job: 'write-back', target: 'hotline' }]);
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
    expect(desk.doorbell.rings).toEqual([{ job: 'reconcile-platform', platform: 'hotline' }]);

    await desk.source.query(`insert into reconcile_turns values ('hotline', now());
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
    await desk.source.query(`insert into schema_fields (platform, path, type, example, first_seen, last_seen, drift, types_before)
      values ('hotline', 'visit.solved', 'number', '9', '2026-11-19T01:00:00Z', now(), 'changed-type', '{text}')`);
    const drift = { kind: 'changed-type', path: 'visit.solved', type: 'number', before: ['text'], example: '9' };
    expect((await get('platforms')).json()).toMatchObject({
      items: [{ drifts: [{ ...drift, since: '2026-11-19T01:00:00.000Z' }] }],
    });
    expect((await post('platforms/hotline/drifts/acknowledge', { path: 'visit.solved' })).statusCode).toBe(200);
    expect((await get('platforms')).json()).toMatchObject({ items: [{ drifts: [] }] });
    expect((await post('platforms/hotline/drifts/acknowledge', { path: 'visit.solved' })).statusCode).toBe(404);
    expect((await post('platforms/hotline/drifts/acknowledge', {})).statusCode).toBe(400);
    const [row] = await desk.source.query<object[]>('select acknowledged_by from schema_fields');
    expect(row).toEqual({ acknowledged_by: 'li' });
  });

  it('says when reading again has been tried three times in vain', async () => {
    await desk.source.query(`update records set retries = 2 where outcome = 'quarantined'`);
    const { items } = (await get('quarantine')).json<{ items: { id: string }[] }>();
    expect(items).toMatchObject([{ retries: 2, isExhausted: false }]);
    await post('quarantine/retry', { ids: [items[0].id] });
    await desk.source.query(`update records set outcome = 'quarantined' where id = $1`, [items[0].id]);
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
    await desk.source.query(
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
    await desk.app.listen(0, '127.0.0.1');
    const stream = await fetch(`${await desk.app.getUrl()}/api/v1/live`, { headers: desk.headers });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (reader && !text.includes('HL202611200001')) text += (await reader.read()).value;
    await reader?.cancel();
    expect(text).toContain('event: overview');
  });
});
