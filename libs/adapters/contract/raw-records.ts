import { fastify } from 'fastify';
import type { PushRequest } from '#domain/ports/platform-adapter.js';
import { collect } from './collect.js';
import type { Stand } from './stand.js';

/** A hub that takes pushed requests; what it does with each is up to the case. */
export async function openInbound(take: (request: PushRequest) => number): Promise<{ url: string; close: () => Promise<void> }> {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 64 * 1024 * 1024 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/inbound/*', async (request, reply) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    return reply.code(take({ headers, body: request.body as Buffer })).send();
  });
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}

/** The newest bytes of every record of a stand, pulled or received. */
export async function rawRecords(stand: Stand): Promise<ReadonlyMap<string, Uint8Array>> {
  await stand.turn();
  const adapter = stand.adapter();
  const raw = new Map<string, Uint8Array>();
  if (stand.raw) return stand.raw();
  if (adapter.pull) {
    const got = await collect(adapter);
    for (const id of got.ids) raw.set(id, got.newest(id));
    return raw;
  }
  for (const { records } of await received(stand)) for (const { externalId, bytes } of records) raw.set(externalId, bytes);
  return raw;
}

/** What an adapter makes of everything a platform pushes, request by request. */
export async function received(stand: Stand): Promise<ReturnType<NonNullable<ReturnType<Stand['adapter']>['receive']>>[]> {
  const adapter = stand.adapter();
  const taken: ReturnType<NonNullable<typeof adapter.receive>>[] = [];
  const inbound = await openInbound((request) => {
    const spoilt = stand.server.changed(request.body);
    const asSent = spoilt === request.body ? request : stand.kind.pushing!.sign(spoilt, stand.now);
    taken.push(adapter.receive!(asSent, stand.now));
    return 202;
  });
  try {
    const pusher = stand.pusher(inbound.url);
    while ((await pusher.push()) > 0);
  } finally {
    await inbound.close();
  }
  return taken;
}
