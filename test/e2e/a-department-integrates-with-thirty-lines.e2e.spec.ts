import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openCity } from '#apps/hub/open-city.js';
import { projectRoot } from '#config/project-root.js';
import { installSdk, type InstalledSdk } from '#test/support/installed-sdk.js';
import { Servers } from '#test/support/listening.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

const RECEIVER = join(projectRoot(), 'examples', 'receiver', 'receiver.mjs');
const DEPARTMENT = 'urban-management';

/** A port that is free now, and still when the receiver comes: its address stands in the hub's settings before it runs. */
async function freePort(): Promise<number> {
  const servers = new Servers();
  const port = await servers.listen(createServer());
  await servers.close();
  return port;
}

async function listening(receiver: ChildProcess): Promise<void> {
  const [line] = (await Promise.race([once(receiver.stdout!, 'data'), once(receiver, 'exit')])) as unknown[];
  expect(String(line)).toContain('listening on');
}

describe('the example of a receiver', () => {
  it('has thirty lines at most', () => {
    expect(readFileSync(RECEIVER, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });
});

describe.each(queueBackends())('a department with the SDK and thirty lines, doorbells on $name', (backend) => {
  let sdk: InstalledSdk;
  let town: Town;
  let receiver: ChildProcess | undefined;
  beforeAll(() => {
    sdk = installSdk();
    copyFileSync(RECEIVER, join(sdk.folder, 'receiver.mjs'));
  });
  afterEach(async () => {
    if (receiver?.kill()) await once(receiver, 'exit');
    await town.end();
  });
  afterAll(() => sdk.remove());

  it('signs for its cases and hands them in, each once, though it comes up late', async () => {
    town = await Town.open({ backend, matters: 16, overSeconds: 0, seed: 9 });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const hub = await town.startHub({}, (city) => ({
      ...city,
      endpoints: city.endpoints.map((one) => (one.department === DEPARTMENT ? { ...one, url } : one)),
    }));
    // The hub has knocked in vain before anybody is there.
    await until(async () => {
      const failed = await town.query(
        `select 1 from delivery_attempts a join deliveries d on d.id = a.delivery_id where d.target = $1 limit 1`,
        [DEPARTMENT],
      );
      return failed.length > 0;
    });
    const secret = openCity(town.config).endpoints.find(({ department }) => department === DEPARTMENT)?.secret ?? '';
    const env = { HUB_URL: hub.url, DEPARTMENT, SECRET: secret, PORT: String(port) };
    receiver = spawn(process.execPath, ['receiver.mjs'], { cwd: sdk.folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    await listening(receiver);

    const forged = await fetch(url, {
      method: 'POST',
      headers: {
        'webhook-id': 'forged',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': 'v1,AAAA',
      },
      body: '{}',
    });
    expect([forged.status, await forged.text()]).toEqual([401, 'signature-mismatch']);

    const handled = await until(async () => {
      const rows = await town.query<{ number: string; open: boolean }>(
        `select number, status in ('dispatched', 'handling') as open from cases where lead = $1`,
        [DEPARTMENT],
      );
      return rows.length > 0 && rows.every(({ open }) => !open) ? rows : undefined;
    }, 180_000);
    const doings = await town.query<{ number: string; dispatches: number; types: string[]; results: string[] }>(
      `select c.number, array_agg(e.type order by e.seq) as types,
         (select count(*)::int from case_events d where d.case_id = c.id and d.type = 'case.dispatched') as dispatches,
         array_agg(distinct e.data->>'result') filter (where e.data ? 'result') as results
       from case_events e join cases c on c.id = e.case_id
       where c.lead = $1 and e.actor = $2 and e.type in ('case.signed', 'case.handled', 'case.submitted') group by c.id`,
      [DEPARTMENT, `department:${DEPARTMENT}`],
    );
    expect(doings.map(({ number }) => number).sort()).toEqual(handled.map(({ number }) => number).sort());
    for (const { types, dispatches, results } of doings) {
      const signed = types.filter((type) => type === 'case.signed').length;
      expect(signed).toBeGreaterThanOrEqual(1);
      expect(signed).toBeLessThanOrEqual(dispatches);
      expect(results).toEqual(['已到现场处理完毕。']);
    }
    const [{ refusals }] = await town.query<{ refusals: number }>(
      `select count(*)::int as refusals from refusals where code like 'CALLBACK%'`,
    );
    expect(refusals).toBe(0);
  }, 300_000);
});
