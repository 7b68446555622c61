import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { DepartmentLine } from './department-line.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('the line from a department to the hub', () => {
  let hub: FastifyInstance;
  let url: string;
  let answers: { status: number; body?: unknown }[];
  let heard: { id: string; department: string; verified: boolean; path: string }[];

  beforeEach(async () => {
    [answers, heard] = [[], []];
    hub = fastify();
    hub.removeAllContentTypeParsers();
    hub.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    hub.post('/department/v1/cases/:number/commands', (request, reply) => {
      const headers = request.headers as Record<string, string>;
      const body = new Webhook(SECRET).verify(String(request.body), headers) as { command: string };
      heard.push({
        id: headers['webhook-id'],
        department: headers['x-department'],
        verified: body.command === 'sign',
        path: request.url,
      });
      const { status, body: answer } = answers.shift() ?? { status: 200 };
      return reply.code(status).send(answer ?? {});
    });
    url = await hub.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(() => hub.close());

  const say = () => {
    const line = new DepartmentLine({ hubUrl: () => url, secretOf: () => SECRET, now: () => new Date(), firstWaitMs: 1 });
    return line.say('sanitation', 'HL1', { command: 'sign' }, new AbortController().signal);
  };

  it('signs what it says', async () => {
    expect(await say()).toBe('taken');
    expect(heard).toMatchObject([{ department: 'sanitation', verified: true, path: '/department/v1/cases/HL1/commands' }]);
  });

  it('says the same again under the same id while the hub is busy or broken', async () => {
    answers = [{ status: 503 }, { status: 409, body: { code: 'BUSY' } }, { status: 200 }];
    expect(await say()).toBe('taken');
    expect(heard.length).toBe(3);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  });

  it('takes a refusal for an answer', async () => {
    answers = [{ status: 409, body: { code: 'CASE_MOVE_ILLEGAL' } }];
    expect(await say()).toBe('refused');
    expect(heard.length).toBe(1);
  });
});
