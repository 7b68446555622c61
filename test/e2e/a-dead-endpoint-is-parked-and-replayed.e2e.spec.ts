import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { DeliveryId } from '#domain/ids.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

describe.each(queueBackends())('a department that is down, doorbells on $name', (backend) => {
  let town: Town;
  let gate: Server;
  afterEach(async () => {
    await town.end();
    gate.close();
  });

  it('gets its cases after somebody replays what was parked, in order and without a loss', async () => {
    town = await Town.open({ backend, matters: 20, overSeconds: 0, seed: 9 });
    // Every webhook goes through this gate, which is shut at first.
    let isOpen = false;
    gate = createServer((request, response) => {
      if (!isOpen) return void response.writeHead(500).end();
      void passOn(town.cityUrl, request, response);
    });
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
    const gateUrl = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
    await town.startHub({ HUB_RETRY_SECONDS: '0.2,0.2', HUB_BREAKER_FAILURES: '1000' }, (city) => ({
      ...city,
      endpoints: city.endpoints.map((endpoint) => ({ ...endpoint, url: endpoint.url?.replace(town.cityUrl, gateUrl) })),
    }));

    await until(async () => {
      const rows = await town.query<{ id: DeliveryId; state: string }>(
        `select id, state from deliveries where channel = 'webhook' and type = 'case.dispatched'`,
      );
      return rows.length > 0 && rows.every(({ state }) => state === 'parked') ? rows : undefined;
    });
    const attempts = await town.query<{ count: number }>(
      `select count(*)::int as count from delivery_attempts a join deliveries d on d.id = a.delivery_id
       where d.channel = 'webhook' and d.state = 'parked' group by d.id`,
    );
    expect(new Set(attempts.map(({ count }) => count))).toEqual(new Set([3]));
    expect((await town.ledger()).unaccounted).toBe(0);

    isOpen = true;
    // Somebody replays what is parked; what was on its way into the shut gate is parked a moment later, and replayed then.
    await until(async () => {
      const stuck = await town.query<{ id: DeliveryId }>(`select id from deliveries where state = 'parked'`);
      await town.hub?.app.get(DeliveryStore, { strict: false }).replay(
        stuck.map(({ id }) => id),
        new Date(),
      );
      const [{ open }] = await town.query<{ open: number }>(
        `select count(*)::int as open from deliveries where state <> 'confirmed' and state <> 'cancelled'`,
      );
      return open === 0;
    });
    const ledger = await town.settled();

    expect(ledger.unaccounted).toBe(0);
    expect(ledger.deliveries.parked).toBe(0);
    const logs = await town.query<{ attempts: number; made: number; last: number }>(
      `select d.attempts, count(*)::int as made, max(a.number) as last from deliveries d join delivery_attempts a on a.delivery_id = d.id
       where d.channel = 'webhook' group by d.id`,
    );
    // A replay starts the plan anew, and the log goes on counting: three into the shut gate, then more.
    expect(logs.filter(({ attempts, made, last }) => attempts !== made || last !== made)).toEqual([]);
    expect(Math.max(...logs.map(({ last }) => last))).toBeGreaterThanOrEqual(4);
  }, 300_000);
});

async function passOn(cityUrl: string, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const answer = await fetch(`${cityUrl}${request.url}`, {
    method: 'POST',
    headers: headers as Record<string, string>,
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status).end(await answer.text());
}
