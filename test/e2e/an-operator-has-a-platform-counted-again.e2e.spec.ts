import { afterEach, describe, expect, it } from '@jest/globals';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

describe.each(queueBackends())('on $name', (backend) => {
  let town: Town | undefined;
  afterEach(() => town?.end());

  it('counts each kind that can be counted when an operator asks, and shows what it came to', async () => {
    town = await Town.open({ backend, matters: 3 });
    const { url } = await town.startHub();
    const body = JSON.stringify({ name: 'city-dispatcher', password: 'a-dispatcher-password' });
    const session = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const headers = { authorization: `Bearer ${((await session.json()) as { token: string }).token}` };
    const ask = (path: string, method = 'GET') => fetch(`${url}/api/v1/platforms${path}`, { method, headers });
    type Shown = {
      items: { id: string; pulledAt: string | null; reconcile: { isWhole: boolean; error: string | null } | null }[];
    };
    const shown = async (): Promise<Shown['items']> => ((await (await ask('')).json()) as Shown).items;
    const counted = ['hotline', 'portal', 'urban', 'ejia'];

    await until(async () => (await shown()).filter(({ id, pulledAt }) => counted.includes(id) && pulledAt !== null).length === 4);
    expect((await ask('/grid/reconcile', 'POST')).status).toBe(400);
    for (const id of counted) expect((await ask(`/${id}/reconcile`, 'POST')).status).toBe(202);

    const results = await until(async () => {
      const done = (await shown()).filter(({ reconcile }) => reconcile !== null);
      return done.length === counted.length && done;
    });
    expect(results.map(({ id, reconcile }) => [id, reconcile?.isWhole, reconcile?.error])).toEqual(
      counted.map((id) => [id, true, null]),
    );
  });
});
