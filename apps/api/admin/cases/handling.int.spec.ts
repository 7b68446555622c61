import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signInAs } from '#test/support/admin-app.js';
import { AdminDesk } from '#test/support/admin-desk.js';

const NUMBER = 'HL202611200001';

describe('somebody of a department at the console', () => {
  let desk: AdminDesk;

  beforeAll(async () => {
    desk = await AdminDesk.open();
  });
  beforeEach(async () => {
    await desk.reset();
    await desk.post(`cases/${NUMBER}/commands`, { command: 'dispatch', department: 'transport', because: '核实权属' });
  });
  afterAll(() => desk?.end());

  /** Signed in, for these departments. */
  async function of(...departments: string[]) {
    await signInAs(desk.app, 'wang');
    await desk.source.query(
      `update operators set role = 'department', scope_kind = 'department', scope_ids = $1 where name = 'wang'`,
      [departments],
    );
    const payload = { name: 'wang', password: 'right-password' };
    const session = await desk.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` };
    const url = `/api/v1/cases/${NUMBER}`;
    return {
      commands: async () => (await desk.app.inject({ url, headers })).json<{ commands: string[] }>().commands,
      say: (words: object, more: object = {}) =>
        desk.app.inject({ method: 'POST', url: `${url}/handling`, headers: { ...headers, ...more }, payload: words }),
      order: (words: object) => desk.app.inject({ method: 'POST', url: `${url}/commands`, headers, payload: words }),
    };
  }

  it('is offered what the case allows it, signs, reports and hands in; the citizen is owed the answer', async () => {
    const wang = await of('transport');
    expect(await wang.commands()).toEqual(['sign', 'return']);
    expect((await wang.say({ command: 'sign', version: 2 })).json()).toMatchObject({ status: 'handling', version: 3 });
    expect(await wang.commands()).toEqual(['progress', 'return', 'hand-in', 'request-extension', 'request-suspension']);
    const handed = await wang.say({ command: 'hand-in', result: '路灯已经修好' }, { 'if-match': '"3"' });
    expect(handed.statusCode).toBe(200);
    expect(['handled', 'checking']).toContain(handed.json<{ status: string }>().status);
    const actors = await desk.source.query<{ actor: string }[]>(
      `select distinct actor from case_events where type in ('case.signed', 'case.handled', 'case.submitted')`,
    );
    expect(actors).toEqual([{ actor: 'operator:wang' }]);
  });

  it('does once what it sends twice, and is told when the case has moved on', async () => {
    const wang = await of('transport');
    const sign = { command: 'sign', requestId: 'request-1' };
    const [first, second] = [await wang.say(sign), await wang.say(sign)];
    expect([first.statusCode, second.json()]).toEqual([200, first.json()]);
    const stale = await wang.say({ command: 'progress', note: '在办', version: 1 });
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([409, 'CASE_VERSION_STALE']);
    const words = await wang.say({ command: 'hand-in' });
    expect([words.statusCode, words.json<{ errors: { field: string }[] }>().errors[0].field]).toEqual([400, 'result']);
  });

  it('speaks for its own departments only, and gives no orders', async () => {
    const wang = await of('transport');
    const other = await wang.say({ command: 'sign', department: 'police' });
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([403, 'FORBIDDEN']);
    expect((await wang.order({ command: 'hold', because: '退回' })).statusCode).toBe(403);
    const li = await desk.post(`cases/${NUMBER}/handling`, { command: 'sign' });
    expect(li.statusCode).toBe(403);
    const foreign = await of('police');
    expect((await foreign.say({ command: 'sign' })).statusCode).toBe(404);
  });

  it('of several departments speaks for the one that can say it', async () => {
    const wang = await of('police', 'transport');
    expect(await wang.commands()).toContain('sign');
    expect((await wang.say({ command: 'sign' })).statusCode).toBe(200);
  });
});
