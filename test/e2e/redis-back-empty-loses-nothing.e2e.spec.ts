import { afterEach, describe, expect, it } from '@jest/globals';
import { PrivateRedis } from '#test/support/private-redis.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

const redis = queueBackends().filter(({ name }) => name === 'Redis');

describe.each(redis)('doorbells on $name', () => {
  let town: Town;
  let server: PrivateRedis;
  afterEach(async () => {
    await town.end();
    await server.stop();
  });

  it('loses nothing when Redis dies and comes back empty', async () => {
    server = await PrivateRedis.start();
    town = await Town.open({ backend: { name: 'Redis', redisUrl: server.url }, matters: 30, overSeconds: 6, seed: 13 });
    await town.startHub();
    await until(async () => (await town.query('select 1 from deliveries limit 1')).length > 0, 30_000, 'the first delivery');
    await server.kill();
    const red = await until(async () => {
      const health = await fetch(`${town.hub?.url}/health`);
      return health.status === 503 ? health.json() : undefined;
    });
    expect(red).toEqual({ status: 'down', database: 'up', queue: 'down' });
    await server.startAgainEmpty();

    const ledger = await town.settled();

    expect(ledger.unaccounted).toBe(0);
    expect(ledger.broken).toEqual([]);
    expect((await fetch(`${town.hub?.url}/health`)).status).toBe(200);
  }, 600_000);
});
