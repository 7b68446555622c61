import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { DispatchBot } from './dispatch-bot.js';

describe('the dispatcher', () => {
  let hub: FastifyInstance;
  let url: string;
  let heard: unknown[];
  let version: number;

  beforeEach(async () => {
    heard = [];
    version = 3;
    hub = fastify();
    hub.post('/api/v1/session', (request) => {
      heard.push(request.body);
      return { token: 't1' };
    });
    hub.get('/api/v1/cases', (request, reply) => {
      if (request.headers.authorization !== 'Bearer t1') return reply.code(401).send({});
      return { items: [{ number: 'HL1', version, reports: [{ platform: 'hotline', externalId: '1' }] }] };
    });
    hub.post('/api/v1/cases/:number/commands', (request) => {
      heard.push(request.body);
      return {};
    });
    url = await hub.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(() => hub.close());

  const bot = () =>
    new DispatchBot(
      { majority: () => ({ id: 'M1', kind: 'pothole', category: 'E0113', department: 'transport', gridCode: '1' }) },
      { hub: () => ({ url, adminName: 'dispatcher', adminPassword: 'secret' }) },
    );

  it('signs in and sends a held case to whoever is really in charge', async () => {
    expect(await bot().work()).toBe(1);
    expect(heard).toEqual([
      { name: 'dispatcher', password: 'secret' },
      { command: 'dispatch', department: 'transport', because: '派遣员核实权属后指派' },
    ]);
  });

  it('does not repeat itself until the case has moved', async () => {
    const dispatcher = bot();
    await dispatcher.work();
    expect(await dispatcher.work()).toBe(0);
    version = 6;
    expect(await dispatcher.work()).toBe(1);
    expect(dispatcher.counts).toEqual({ dispatched: 2, refused: 0 });
  });
});
