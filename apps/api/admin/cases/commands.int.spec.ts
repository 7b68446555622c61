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
