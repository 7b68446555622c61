import { fastify } from 'fastify';
import type { PushRequest } from '#domain/ports/platform-adapter.js';
import { collect } from './collect.js';
import type { Stand } from './stand.js';

/** A hub that takes pushed requests; what it does with each is up to the spec. */
export async function openInbound(take: (request: PushRequest) => number): Promise<{ url: string; close: () => Promise<void> }> {
  const app = fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/inbound/grid', async (request, reply) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    return reply.code(take({ headers, body: request.body as Buffer })).send();
  });
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}

/** The newest bytes of every record of a stand, pulled or received. */
export async function rawRecords(stand: Stand): Promise<Map<string, Uint8Array>> {
  await stand.turn();
  const adapter = stand.adapter();
  const raw = new Map<string, Uint8Array>();
  if (adapter.pull) {
    const got = await collect(adapter);
    for (const id of got.ids) raw.set(id, got.newest(id));
    return raw;
  }
  const inbound = await openInbound((request) => {
    for (const { externalId, bytes } of adapter.receive!(request, stand.now).records) raw.set(externalId, bytes);
    return 202;
  });
  const pusher = stand.pusher(inbound.url);
  while ((await pusher.push()) > 0);
  await inbound.close();
  return raw;
}
