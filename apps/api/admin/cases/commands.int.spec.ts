import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminDesk } from '#test/support/admin-desk.js';

describe('cases in the admin API', () => {
  let desk: AdminDesk;

  beforeAll(async () => {
    desk = await AdminDesk.open();
  });
  beforeEach(() => desk.reset());
  afterAll(() => desk?.end());

  const post = (url: string, payload?: object) => desk.post(url, payload);

  it('are moved by commands, and say what is legal when they refuse', async () => {
    const dispatch = { command: 'dispatch', department: 'transport', because: '核实权属', version: 1 };
    expect((await post('cases/HL202611200001/commands', dispatch)).json()).toMatchObject({ status: 'dispatched', version: 2 });
    expect(desk.doorbell.rings).toEqual([{ job: 'deliver-webhooks', target: 'transport' }]);
    const again = await post('cases/HL202611200001/commands', dispatch);
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'CASE_VERSION_STALE']);
    const close = await post('cases/HL202611200001/commands', { command: 'close', because: '办完' });
    expect(close.statusCode).toBe(409);
    expect(close.json()).toMatchObject({ code: 'CASE_MOVE_ILLEGAL', legal: expect.stringContaining('hold') });
    const actor = await desk.source.query<{ actor: string }[]>('select actor from case_events where seq = 2');
    expect(actor).toEqual([{ actor: 'operator:li' }]);
  });

  it('are refused with a reason that the citizen reads', async () => {
    const refuse = { command: 'refuse', code: 'out-of-scope', reason: '请拨打 110' };
    expect((await post('cases/HL202611200001/commands', refuse)).json()).toMatchObject({ status: 'refused', commands: [] });
    const [answer] = await desk.source.query<{ text: string }[]>(
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
    const rows = await desk.source.query<{ count: number }[]>(
      `select count(*)::int from case_events where type = 'case.supervised'`,
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('are given for the version that If-Match names, and a stale one is told both', async () => {
    const page = await desk.get('cases/HL202611200001');
    expect(page.headers.etag).toBe('"1"');
    const urge = { command: 'supervise', level: 'urged', because: '催办' };
    const ordered = (tag: string, body: object = urge) =>
      desk.app.inject({
        method: 'POST',
        url: '/api/v1/cases/HL202611200001/commands',
        headers: { ...desk.headers, 'if-match': tag },
        payload: body,
      });
    const first = await ordered('"1"');
    expect([first.statusCode, first.headers.etag]).toEqual([200, '"2"']);
    const stale = await ordered('"1"');
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ code: 'CASE_VERSION_STALE', version: 2, seenVersion: 1 });
    expect((await ordered('W/"2"')).statusCode).toBe(400);
    expect((await ordered('"2"', { ...urge, version: 1 })).statusCode).toBe(400);
  });

  it('are given to several cases at once, each answering for itself', async () => {
    await desk.source
      .query(`insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
      values ('0190a000-0000-7000-8000-000000000002', 'HL202611200002', 1, 'closed', '2026-11-20T01:00:00Z', '已结', 'E0113', 'complaint', 'normal', '{}', '{"kind":"held","because":"","candidates":[]}', 'x')`);
    const numbers = ['HL202611200001', 'HL202611200002', 'HL202611209999'];
    const order = { command: 'dispatch', department: 'transport', because: '批量派遣', numbers, requestId: 'request-bulk-1' };
    const answer = (await post('cases/commands', order)).json<{ results: object[] }>();
    expect(answer).toMatchObject({ accepted: 1, refused: 2 });
    expect(answer.results).toMatchObject([
      { number: 'HL202611200001', outcome: 'accepted', status: 'dispatched', version: 2 },
      { number: 'HL202611200002', outcome: 'refused', code: 'CASE_MOVE_ILLEGAL', status: 'closed', version: 1 },
      { number: 'HL202611209999', outcome: 'refused', code: 'CASE_UNKNOWN' },
    ]);
    expect((await post('cases/commands', order)).json()).toEqual(answer);
    const rows = await desk.source.query<{ count: number }[]>(
      `select count(*)::int from case_events where type = 'case.dispatched'`,
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it.each([
    { numbers: [] },
    { numbers: Array.from({ length: 201 }, (_, at) => `HL${at}`) },
    { numbers: ['HL1', 'HL1'] },
    { numbers: 'HL1' },
    { numbers: ['HL1'], department: 'nobody' },
  ])('are not given to %j', async (wrong) => {
    const order = { command: 'dispatch', department: 'transport', because: '批量派遣', ...wrong };
    expect((await post('cases/commands', order)).statusCode).toBe(400);
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
