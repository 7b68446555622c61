import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Webhook } from 'standardwebhooks';
import type { CityDepartment } from '../world/city-settings.js';
import type { CityMischief } from '../world/city-mischief.js';
import type { CaseNews } from './department-case.js';

/** What a department counts at its door. */
export interface DoorCounts {
  verified: number;
  refused: number;
  /** Different messages among the verified. */
  distinct: number;
  /** Requests answered with 429 or 5xx on a bad day. */
  turnedAway: number;
}

/** Whoever acts on what comes in. */
export interface DoorListener {
  told(department: string, type: string, news: CaseNews): void;
}

export interface DoorOptions {
  readonly departments: readonly CityDepartment[];
  readonly mischief: () => CityMischief;
  readonly random: () => number;
  readonly listener: DoorListener;
}

const MOST_IDS = 20_000;

/** The departments' webhook addresses: verify, remember the id, answer, act once. */
export class WebhookDoor {
  private readonly counts = new Map<string, DoorCounts>();
  private readonly seen = new Set<string>();

  constructor(private readonly options: DoorOptions) {
    for (const { id } of options.departments) this.counts.set(id, { verified: 0, refused: 0, distinct: 0, turnedAway: 0 });
  }

  mount(app: FastifyInstance): void {
    void app.register(
      async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
        scope.post('/:id/webhook', (request, reply) => this.receive(request, reply));
      },
      { prefix: '/departments' },
    );
  }

  summary(): Record<string, DoorCounts> {
    return Object.fromEntries([...this.counts].map(([id, counts]) => [id, { ...counts }]));
  }

  /** Ids of the messages acted on, to be put back after a restart. */
  snapshot(): string[] {
    return [...this.seen];
  }

  restore(ids: readonly string[]): void {
    for (const id of ids) this.seen.add(id);
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { id } = request.params as { id: string };
    const department = this.options.departments.find((one) => one.id === id);
    const counts = this.counts.get(id);
    if (!department?.secret || !counts) return reply.code(404).send({ error: 'no such department' });
    const { tooMany, serverError, slowDepartment } = this.options.mischief();
    const { random } = this.options;
    if (random() < tooMany) return this.turnAway(counts, reply.header('retry-after', '1'), 429);
    if (random() < slowDepartment) await pause(500 + 2000 * random());
    const message = this.verified(department.secret, request);
    if (!message) {
      counts.refused++;
      return reply.code(401).send({ error: 'signature' });
    }
    // A bad moment before the message is kept, or after: the sender cannot tell, and must send it again.
    const [before, after] = [random() < serverError / 2, random() < serverError / 2];
    if (before) return this.turnAway(counts, reply, 500);
    this.act(id, counts, message);
    return after ? this.turnAway(counts, reply, 500) : reply.code(204).send();
  }

  private turnAway(counts: DoorCounts, reply: FastifyReply, status: number): FastifyReply {
    counts.turnedAway++;
    return reply.code(status).send({ error: 'not now' });
  }

  private verified(secret: string, request: FastifyRequest): { id: string; type: string; news: CaseNews } | undefined {
    try {
      const headers = request.headers as Record<string, string>;
      const body = new Webhook(secret).verify(String(request.body ?? ''), headers) as { type: string; data: CaseNews };
      return { id: headers['webhook-id'], type: body.type, news: body.data };
    } catch {
      return undefined;
    }
  }

  private act(department: string, counts: DoorCounts, message: { id: string; type: string; news: CaseNews }): void {
    counts.verified++;
    const key = `${department}/${message.id}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (this.seen.size > MOST_IDS) this.seen.delete(this.seen.values().next().value!);
    counts.distinct++;
    this.options.listener.told(department, message.type, message.news);
  }
}
