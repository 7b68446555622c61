import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { NO_MISCHIEF } from '../world/city-mischief.js';
import { WebhookDoor } from './webhook-door.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

const payload = (type: string): string =>
  JSON.stringify({ type, timestamp: '2026-11-22T02:00:00Z', data: { caseNumber: 'HL1' } });

function headers(secret: string, id: string, body: string): Record<string, string> {
  const now = new Date();
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
}

describe('the door of a department', () => {
  let app: FastifyInstance;
  let door: WebhookDoor;
  let heard: string[];
  let mischief = NO_MISCHIEF;

  const post = async (body: string, secret = SECRET, id = 'msg_1', department = 'sanitation'): Promise<number> => {
    const url = `/departments/${department}/webhook`;
    return (await app.inject({ method: 'POST', url, headers: headers(secret, id, body), payload: body })).statusCode;
  };

  beforeEach(async () => {
    heard = [];
    mischief = NO_MISCHIEF;
    door = new WebhookDoor({
      departments: [{ id: 'sanitation', name: '区环境卫生中心', kind: 'bureau', secret: SECRET }],
      mischief: () => mischief,
      random: () => 0.1,
      listener: {
        told: (department, type, { caseNumber }) => heard.push(`${department} ${type} ${caseNumber}`),
      },
    });
    app = fastify();
    door.mount(app);
    await app.ready();
  });

  afterEach(() => app.close());

  it('takes a message with a right signature and acts on it', async () => {
    expect(await post(payload('case.dispatched'))).toBe(204);
    expect(await post(payload('case.closed'), SECRET, 'msg_2')).toBe(204);
    expect(heard).toEqual(['sanitation case.dispatched HL1', 'sanitation case.closed HL1']);
  });

  it('refuses a message signed with another secret', async () => {
    expect(await post(payload('case.dispatched'), OTHER)).toBe(401);
    expect(heard).toEqual([]);
    expect(door.summary().sanitation).toEqual({ verified: 0, refused: 1, distinct: 0, turnedAway: 0 });
  });

  it('refuses a body that is not the one that was signed', async () => {
    const url = '/departments/sanitation/webhook';
    const signed = headers(SECRET, 'msg_1', payload('case.dispatched'));
    const answer = await app.inject({ method: 'POST', url, headers: signed, payload: payload('case.closed') });
    expect(answer.statusCode).toBe(401);
  });

  it('answers a repeated message again and acts once', async () => {
    await post(payload('case.dispatched'));
    expect(await post(payload('case.dispatched'))).toBe(204);
    expect(heard).toEqual(['sanitation case.dispatched HL1']);
    expect(door.summary().sanitation).toEqual({ verified: 2, refused: 0, distinct: 1, turnedAway: 0 });
  });

  it('names no department it does not know', async () => {
    expect(await post(payload('case.dispatched'), SECRET, 'msg_1', 'nobody')).toBe(404);
  });

  it('turns messages away on a bad day', async () => {
    mischief = { ...NO_MISCHIEF, tooMany: 1 };
    expect(await post(payload('case.dispatched'))).toBe(429);
    expect(heard).toEqual([]);
  });
});
