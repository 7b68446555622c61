import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { EndpointSeed } from '#domain/ports/endpoint-book.js';
import { as } from '#domain/ids.js';
import type { Reference } from '#domain/reference/reference.js';
import { SealingSecrets } from '#identity/sealing-secrets.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { DeliverDue } from '#pipeline/deliver-due.js';
import { EndpointDesk } from '#pipeline/endpoint-desk.js';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import { EndpointPost } from '#pipeline/endpoint-post.js';
import { EndpointWatch } from '#pipeline/endpoint-watch.js';
import { Contacts } from '#pipeline/privacy/contacts.js';
import { ShadowCopies } from '#pipeline/shadow-copies.js';
import { WebhookCourier } from '#pipeline/webhook-courier.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource } from '#storage/data-source.js';
import { SqlContactBook } from '#storage/privacy/sql-contact-book.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import { SqlDeliveryStore } from '#storage/sql-delivery-store.js';
import { SqlEndpointBook } from '#storage/sql-endpoint-book.js';
import { EndpointBreakers } from '#webhooks/endpoint-breaker.js';
import { HttpWebhookSender } from '#webhooks/http-webhook-sender.js';
import { freshDatabase } from './database.js';
import { Servers } from './listening.js';
import { TEST_VAULT } from './test-seal.js';

const HOUR = 3_600_000;
const DEPARTMENT = 'gas-supply';
export const FIRST_SECRET = 'whsec_b2xkIHNlY3JldCBvZiBhIGRlcGFydG1lbnQhIQ==';

/** A webhook as it came in. */
export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** One department's endpoint with all that serves it: a database, the courier, and the department itself over HTTP. */
export async function endpointRig(started = '2026-11-26T00:00:00Z', change = (reference: Reference): Reference => reference) {
  const database = await freshDatabase();
  const source = createDataSource({ url: database.url, poolSize: 5 });
  await source.initialize();
  const servers = new Servers();
  const clock = { at: new Date(started), now: () => clock.at };
  const ids = new UuidV7();
  const told: string[] = [];
  const rings: string[] = [];
  const tell = (facts: object, sentence: string) => void told.push(`${sentence} ${JSON.stringify(facts)}`);
  const doorbell = {
    ring: async (asked: readonly object[]) => void rings.push(JSON.stringify(asked)),
    answers: async () => true,
  };
  const book = new SqlEndpointBook(source, new SealingSecrets({ active: 'k', keys: { k: Buffer.alloc(32, 7) } }));
  const directory = new EndpointDirectory(book, clock);
  const sender = new HttpWebhookSender(clock);
  const post = new EndpointPost(sender, clock, 2_000);
  const watch = new EndpointWatch(book, directory, clock, tell, 120 * HOUR);
  const breakers = new EndpointBreakers(clock);
  const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
  const city = new ConfiguredCity(change(reference), 1000);
  const contacts = new Contacts(city, new SqlContactBook(source), TEST_VAULT);
  const courier = new WebhookCourier(directory, post, breakers, watch, new ShadowCopies(post, book, clock, tell), contacts);
  const plan = { delaysMs: [0, HOUR, HOUR], jitter: 0, longestRetryAfterMs: HOUR };
  const means = { clock, ids, random: () => 0, pause };
  const store = new SqlDeliveryStore(source);
  const due = new DeliverDue(store, new SqlCaseStore(source), city, plan, doorbell, means);
  const desk = new EndpointDesk(book, directory, post, doorbell, clock, ids);
  let cases = 0;

  return {
    ...{ source, clock, told, rings, book, directory, courier, desk, store, breakers, city, contacts },
    department: as<EndpointSeed['department']>(DEPARTMENT),

    /** A department that answers with `answer.status`, after a while; everything it was sent, and how much at once at most. */
    async receiver(status = 204) {
      const received: Received[] = [];
      const answer = { status, afterMs: 0, echoes: false };
      const atOnce = { now: 0, most: 0 };
      const server = createServer((request, response) => {
        atOnce.most = Math.max(atOnce.most, (atOnce.now += 1));
        response.on('close', () => (atOnce.now -= 1));
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8');
          received.push({ headers: request.headers as Record<string, string>, body });
          void pause(answer.afterMs).then(() => response.writeHead(answer.status).end(answer.echoes ? body : ''));
        });
      });
      return { received, answer, atOnce, url: `http://127.0.0.1:${await servers.listen(server)}/hook` };
    },

    /** Brings the endpoint in as the configuration would. */
    async seed(seed: Partial<EndpointSeed>): Promise<void> {
      const usual = {
        department: as<EndpointSeed['department']>(DEPARTMENT),
        secret: FIRST_SECRET,
        allowPrivate: true,
        thin: false,
      };
      const oldUntil = new Date(clock.at.getTime() + 24 * HOUR);
      await book.seed([{ ...usual, algorithms: ['v1'], ...seed }], clock.at, oldUntil);
      await directory.refresh();
    },

    /** Owes the department a message about a case of its own; returns its id. */
    async owe(type = 'case.dispatched', state = 'owed'): Promise<string> {
      const [caseId, id, number] = [ids.next(), ids.next(), `HL2026${(cases += 1)}`];
      await source.query(
        `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
         values ($1, $2, 3, 'dispatched', $3, '路灯不亮', 'E0113', 'complaint', 'normal', '{}', '{}', 'x')`,
        [caseId, number, clock.at],
      );
      await source.query(
        `insert into deliveries (id, channel, target, case_id, type, payload, state, created_at, next_attempt_at)
         values ($1, 'webhook', $2, $3, $4, $5, $6, $7, $7)`,
        [id, DEPARTMENT, caseId, type, { caseNumber: number, version: 3, title: '路灯不亮' }, state, clock.at],
      );
      return id;
    },

    /** Sends what is due now; returns how many attempts were made. */
    deliver: (): Promise<number> =>
      due.deliver({ channel: 'webhook', target: DEPARTMENT }, courier, new AbortController().signal),

    /** State and attempts of every message, in the order they were owed. */
    async messages(): Promise<string[]> {
      const rows = await source.query<{ state: string; attempts: number }[]>(
        'select state, attempts from deliveries order by seq',
      );
      return rows.map(({ state, attempts }) => `${state} ${attempts}`);
    },

    async close(): Promise<void> {
      await sender.close();
      await servers.close();
      await source.destroy();
      await database.drop();
    },
  };
}

export type EndpointRig = Awaited<ReturnType<typeof endpointRig>>;
