import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Duty } from './duty.js';
import { sendToDepartment } from './duties/send-to-department.js';
import { HubDesk } from './hub-desk.js';
import { Operator } from './operator.js';

const NO_PROCEEDINGS = { whistles: [], meetings: [], commitments: [], unsatisfied: 0 };

describe('the operator', () => {
  let hub: FastifyInstance;
  let url: string;
  let heard: unknown[];
  let held: { number: string; version: number; status: string };
  let status: number;
  let now: number;

  beforeEach(async () => {
    [heard, held, status, now] = [[], { number: 'HL1', version: 3, status: 'held' }, 200, 0];
    hub = fastify();
    hub.post('/api/v1/session', (request) => {
      heard.push(request.body);
      return { token: 't1' };
    });
    hub.get('/api/v1/cases', (request, reply) => {
      if (request.headers.authorization !== 'Bearer t1') return reply.code(401).send({});
      const wanted = (request.query as { status: string }).status.split(',').includes(held.status);
      return { items: wanted ? [{ ...held, reports: [{ platform: 'hotline', externalId: '1' }] }] : [], next: null };
    });
    hub.get('/api/v1/cases/:number', () => ({
      case: { ...held, round: 1, lead: null, coHandlers: [], proceedings: NO_PROCEEDINGS },
      commands: ['dispatch'],
    }));
    hub.post('/api/v1/cases/:number/commands', (request, reply) => {
      heard.push(request.body);
      return reply.code(status).send({});
    });
    url = await hub.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(() => hub.close());

  const operator = (duties: Duty[]) =>
    new Operator(
      new HubDesk(() => ({ url, adminName: 'dispatcher', adminPassword: 'secret' })),
      duties,
      { majority: () => ({ id: 'M7-1', kind: 'pothole', category: 'E0113', department: 'transport', gridCode: '1' }) },
      { seed: 1, pace: 1, now: () => new Date(now) },
    );

  it('signs in and sends a held case to whoever is really in charge, naming the version it saw', async () => {
    expect(await operator([sendToDepartment([])]).work()).toBe(1);
    expect(heard).toEqual([
      { name: 'dispatcher', password: 'secret' },
      { command: 'dispatch', department: 'transport', because: '派遣员核实权属后指派', version: 3 },
    ]);
  });

  it('does not repeat what was refused until the case has moved, and repeats what nobody heard', async () => {
    const bot = operator([sendToDepartment([])]);
    status = 503;
    expect(await bot.work()).toBe(0);
    status = 409;
    expect(await bot.work()).toBe(0);
    status = 200;
    expect(await bot.work()).toBe(0);
    held.version = 6;
    expect(await bot.work()).toBe(1);
    expect(bot.counts).toEqual({ dispatched: 1, refused: 1 });
  });

  it('opens a case for some duties only when it lies still', async () => {
    const duty: Duty = { name: 'looked', onlyStill: true, isFor: () => true, decide: () => ({ command: 'resume' }) };
    const bot = operator([duty]);
    expect(await bot.work()).toBe(0);
    now = 1199;
    expect(await bot.work()).toBe(0);
    now = 1200;
    expect(await bot.work()).toBe(1);
  });

  it('looks again at what is for later, though nothing happens to it', async () => {
    const duty: Duty = {
      name: 'resumed',
      isFor: () => true,
      decide: (open) => (open.now.getTime() < 5000 ? 'later' : { command: 'resume' }),
    };
    const bot = operator([duty]);
    expect(await bot.work()).toBe(0);
    now = 5000;
    expect(await bot.work()).toBe(1);
  });
});
