import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminDesk } from '#test/support/admin-desk.js';

interface Shown {
  readonly items: readonly { readonly seq: number; readonly actor: string; readonly action: string }[];
  readonly next?: string;
}

describe('the audit of the operators’ API', () => {
  let desk: AdminDesk;
  const audit = async (query = ''): Promise<Shown> => (await desk.get(`audit${query}`)).json<Shown>();
  const newest = async () => (await audit('?limit=1')).items[0];
  const count = async () => (await newest())?.seq ?? 0;

  beforeAll(async () => {
    desk = await AdminDesk.open();
  });
  afterAll(async () => {
    await desk?.end();
  });
  beforeEach(() => desk.reset());

  it('has a line for a command that was done, with its route, its subject and no text of it', async () => {
    const answer = await desk.post('cases/HL202611200001/commands', {
      ...{ command: 'dispatch', department: 'urban-management', version: 1, requestId: 'request-0001' },
      because: '路灯归城管，市民电话 13812345678',
    });
    expect(answer.statusCode).toBe(200);
    expect(await newest()).toEqual({
      seq: expect.any(Number),
      at: '2026-11-20T02:00:00.000Z',
      actor: 'li',
      action: 'POST cases/:number/commands',
      subject: 'cases/HL202611200001',
      address: '127.0.0.1',
      data: {
        outcome: 'done',
        fields: { command: 'dispatch', department: 'urban-management', version: 1, requestId: 'request-0001' },
      },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('has a line for a command that was refused, with the code', async () => {
    await desk.post('cases/HL202611209999/commands', { command: 'sign', because: '试试' });
    expect(await newest()).toMatchObject({
      subject: 'cases/HL202611209999',
      data: { outcome: 'refused', code: expect.stringMatching(/^(CASE_UNKNOWN|REQUEST_INVALID)$/) },
    });
  });

  it('has a line for a sign-in and for one that failed, and none for looking', async () => {
    const before = await count();
    expect((await desk.signIn('wrong-password')).statusCode).toBe(401);
    expect(await newest()).toMatchObject({
      seq: before + 1,
      actor: 'li',
      action: 'POST session',
      data: { outcome: 'refused', code: 'UNAUTHENTICATED' },
    });
    await desk.signIn('right-password');
    expect(await newest()).toMatchObject({ seq: before + 2, actor: 'li', data: { outcome: 'done' } });
    await desk.get('cases');
    await desk.get('cases/HL202611200001');
    expect(await count()).toBe(before + 2);
  });

  it('cannot be filled by a stranger who asks nonsense', async () => {
    const before = await count();
    for (const payload of [{}, { name: 7 }, { name: 'x' }])
      await desk.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    await desk.app.inject({ method: 'POST', url: '/api/v1/cases/HL202611200001/commands', payload: { command: 'sign' } });
    expect(await count()).toBe(before);
  });

  it('is asked by who, what and to what, page by page', async () => {
    await desk.post('cases/HL202611201111/commands', { command: 'sign' });
    await desk.post('cases/HL202611201111/commands', { command: 'sign' });
    const first = await audit('?actor=li&subject=cases%2FHL202611201111&limit=1');
    const second = await audit(`?actor=li&subject=cases%2FHL202611201111&limit=1&cursor=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([1, 1, undefined]);
    expect(first.items[0].seq).toBe(second.items[0].seq + 1);
    expect((await audit('?actor=nobody')).items).toEqual([]);
    expect((await audit('?action=POST%20session&to=2026-11-20T02:00:00.000Z')).items).toEqual([]);
    expect((await audit('?from=2026-11-20T02:00:00.000Z&limit=1')).items.length).toBe(1);
  });

  it('refuses a cursor and an instant it cannot read', async () => {
    for (const query of ['?cursor=abc', '?from=yesterday', '?limit=0', '?who=li'])
      expect((await desk.get(`audit${query}`)).statusCode).toBe(400);
  });

  it('says where it ends', async () => {
    const { seq } = await newest();
    expect((await desk.get('audit/head')).json()).toEqual({ seq, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('is shown to nobody who is not signed in', async () => {
    expect((await desk.app.inject({ url: '/api/v1/audit' })).statusCode).toBe(401);
  });
});
