import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { installSdk, type InstalledSdk } from '#test/support/installed-sdk.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

const PULLER = join(projectRoot(), 'examples', 'receiver', 'puller.mjs');
const DEPARTMENT = 'urban-management';

describe.each(queueBackends())('a department that cannot receive, doorbells on $name', (backend) => {
  let sdk: InstalledSdk;
  let town: Town;
  let puller: ChildProcess | undefined;
  beforeAll(() => {
    sdk = installSdk();
    copyFileSync(PULLER, join(sdk.folder, 'puller.mjs'));
  });
  afterEach(async () => {
    if (puller?.kill()) await once(puller, 'exit');
    await town.end();
  });
  afterAll(() => sdk.remove());

  const messages = () =>
    town.query<{ type: string; state: string; shown: number; pulled: number }>(
      `select d.type, d.state, (select count(*)::int from department_feed_entries e where e.delivery_id = d.id) as shown,
         (select count(*)::int from delivery_attempts a where a.delivery_id = d.id and a.reason = 'pulled') as pulled
       from deliveries d where d.channel = 'webhook' and d.target = $1`,
      [DEPARTMENT],
    );

  it('fetches its messages, dies over them, fetches them again, and everything is settled', async () => {
    town = await Town.open({ backend, matters: 20, overSeconds: 1, seed: 9 });
    const hub = await town.startHub({}, (city) => ({
      ...city,
      endpoints: city.endpoints.map((one) => (one.department === DEPARTMENT ? { ...one, url: undefined } : one)),
    }));
    const terms = { name: '城管系统', role: 'department', scopeKind: 'department', scopeIds: [DEPARTMENT] };
    const { token } = await hub.app.get(ApiKeys, { strict: false }).make(terms, 'test', new Date());
    const env = { HUB_URL: hub.url, KEY: token, EVERY_MS: '50' };
    const start = () => spawn(process.execPath, ['puller.mjs'], { cwd: sdk.folder, env, stdio: ['ignore', 'inherit', 'ignore'] });

    puller = start();
    await until(async () => (await messages()).some(({ shown }) => shown > 0), 60_000, 'the first message on show');
    puller.kill('SIGKILL');
    await once(puller, 'exit');
    puller = start();

    const ledger = await town.settled();
    expect(ledger.unaccounted).toBe(0);
    expect(ledger.broken).toEqual([]);
    const fetched = await messages();
    expect(fetched.filter(({ type }) => type === 'case.dispatched').length).toBeGreaterThan(0);
    expect(fetched.filter(({ state, shown, pulled }) => state !== 'confirmed' || shown !== 1 || pulled !== 1)).toEqual([]);
    // Its first life may have signed before it died; the second says the same under the same id.
    const signed = await town.query<{ number: string; signed: number; dispatched: number }>(
      `select c.number, count(*) filter (where e.type = 'case.signed' and e.actor = $1)::int as signed,
         count(*) filter (where e.type = 'case.dispatched' and e.data->>'lead' = $2)::int as dispatched
       from case_events e join cases c on c.id = e.case_id where c.lead = $2 group by c.id`,
      [`department:${DEPARTMENT}`, DEPARTMENT],
    );
    expect(signed.length).toBeGreaterThan(0);
    expect(signed.filter((one) => one.signed < 1 || one.signed > one.dispatched)).toEqual([]);
  }, 600_000);
});
