import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs } from '#test/support/admin-app.js';
import { AdminDesk } from '#test/support/admin-desk.js';

describe('saved views', () => {
  let desk: AdminDesk;
  let wang: string;

  beforeAll(async () => {
    desk = await AdminDesk.open();
    wang = await signInAs(desk.app, 'wang');
  });
  afterAll(() => desk?.end());

  const overdue = { name: '我的超期', filter: { clock: 'red', street: '云岚街道' }, sort: 'due', shared: false };
  const names = async (authorization = desk.headers.authorization): Promise<string[]> => {
    const answer = await desk.app.inject({ url: '/api/v1/views', headers: { authorization } });
    return answer.json<{ items: { name: string; isMine: boolean }[] }>().items.map(({ name, isMine }) => `${name} ${isMine}`);
  };

  it('are kept by their name, and others see those that are shared', async () => {
    const kept = (await desk.post('views', overdue)).json<{ id: string }>();
    expect(kept).toMatchObject({ ...overdue, owner: 'li', isMine: true });
    expect([await names(), await names(wang)]).toEqual([['我的超期 true'], []]);
    const shared = await desk.post('views', { ...overdue, shared: true });
    expect(shared.json()).toMatchObject({ id: kept.id, shared: true });
    expect([await names(), await names(wang)]).toEqual([['我的超期 true'], ['我的超期 false']]);
  });

  it('are thrown away by their owner alone', async () => {
    const { id } = (await desk.post('views', { ...overdue, name: '短命', shared: true })).json<{ id: string }>();
    const drop = async (authorization: string): Promise<number> =>
      (await desk.app.inject({ method: 'DELETE', url: `/api/v1/views/${id}`, headers: { authorization } })).statusCode;
    expect([await drop(wang), await drop(desk.headers.authorization), await drop(desk.headers.authorization)]).toEqual([
      404, 204, 404,
    ]);
  });

  it.each([
    { ...overdue, name: '' },
    { ...overdue, filter: { clock: 'blue' } },
    { ...overdue, filter: { colour: 'red' } },
    { ...overdue, filter: { clock: ['red'] } },
    { ...overdue, sort: 'oldest' },
    { ...overdue, shared: 'yes' },
  ])('cannot be %j', async (view) => {
    expect((await desk.post('views', view)).statusCode).toBe(400);
  });
});
