import { afterEach, describe, expect, it } from '@jest/globals';
import { HubProcess } from '#test/support/hub-process.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

describe.each(queueBackends())('doorbells on $name', (backend) => {
  let town: Town;
  const processes: HubProcess[] = [];
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((hub) => hub.stop()));
    await town.end();
  });

  const run = async (roles: string): Promise<HubProcess> => {
    const hub = await HubProcess.start({ ...town.environment, HUB_ROLES: roles });
    processes.push(hub);
    return hub;
  };

  it('accounts for every record after workers were killed in the middle of their work', async () => {
    town = await Town.open({ backend, matters: 30, overSeconds: 5, mischief: 0.2, seed: 11 });
    await town.startHub({ HUB_ROLES: 'api,sync' });
    const first = await run('pipeline,delivery');
    await until(async () => (await town.query('select 1 from deliveries limit 1')).length > 0, 30_000, 'the first delivery');
    await first.kill();
    const second = await run('pipeline,delivery');
    await until(
      async () => (await town.query(`select 1 from cases where status = 'handled' limit 1`)).length > 0,
      60_000,
      'an answer',
    );
    await second.kill();
    await run('pipeline,delivery');

    const ledger = await town.settled();

    expect(ledger.unaccounted).toBe(0);
    expect(ledger.broken).toEqual([]);
    expect(ledger.deliveries.confirmed).toBe(ledger.deliveries.owed);
  }, 600_000);
});
