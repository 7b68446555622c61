import { afterEach, describe, expect, it } from '@jest/globals';
import { PrivatePostgres } from '#test/support/private-postgres.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

describe.each(queueBackends())('doorbells on $name', (backend) => {
  let town: Town;
  let server: PrivatePostgres;
  afterEach(async () => {
    await town.end();
    await server.stop();
  });

  it('loses nothing when PostgreSQL is killed and comes back', async () => {
    server = await PrivatePostgres.start();
    town = await Town.open({ backend, database: await server.database(), matters: 30, overSeconds: 6, seed: 17 });
    await town.startHub();
    await until(async () => (await town.query('select 1 from deliveries limit 1')).length > 0, 30_000, 'the first delivery');
    await server.kill();
    await until(async () => (await fetch(`${town.hub?.url}/health`)).status === 503, 30_000, 'health turning red');
    await server.startAgain();

    const ledger = await town.settled();

    expect(ledger.unaccounted).toBe(0);
    expect(ledger.broken).toEqual([]);
    expect(ledger.writeBacks.confirmed).toBe(ledger.writeBacks.owed);
  }, 600_000);
});
