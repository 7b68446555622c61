import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { STANDARD_RETRY_PLAN } from '#domain/delivery/retry-plan.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { City } from '#pipeline/city.js';
import { DeliverDue } from '#pipeline/deliver-due.js';
import { EndpointPost } from '#pipeline/endpoint-post.js';
import { WebhookCourier } from '#pipeline/webhook-courier.js';
import { DeskTown } from '#test/support/desk-town.js';
import { Servers } from '#test/support/listening.js';
import { OwedCases } from '#test/support/owed-cases.js';
import type { OwedMessage } from '#test/support/owed-cases.js';
import { EndpointBreakers } from '#webhooks/endpoint-breaker.js';
import { HttpWebhookSender } from '#webhooks/http-webhook-sender.js';

/*
 * What is real here: PostgreSQL, HTTP, signatures, breaker, pace and retry plan, thousands of messages.
 * What is not: the time. A hand moves the clock from a day ago until about now, so that what arrives is signed for today.
 */

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
const STEPS_A_DAY = 288;
/** Cases come every two hours, many at a time. */
const STEPS_BETWEEN_CASES = 24;
const CASES_AT_A_TIME = 200;
const SECRET = 'whsec_aHVpbGl1LW9uZS1kYXktb2Ytb3V0YWdlLTMyLWJ5dGU=';
const water = as<DepartmentId>('water-affairs');
const never = new AbortController().signal;

/** A clock that somebody moves; whoever pauses moves it. */
class HandClock {
  constructor(private time: number) {}
  readonly now = (): Date => new Date(this.time);
  readonly pass = async (milliseconds: number): Promise<void> => void (this.time += milliseconds);
}

interface Receipt {
  readonly id: string;
  /** Requests in hand when it came, itself included. */
  readonly inHand: number;
  /** By the hand's clock. */
  readonly at: number;
}

/** A department's server: while it is down it breaks off every connection. */
class Department {
  isDown = true;
  calls = 0;
  readonly receipts: Receipt[] = [];
  private inHand = 0;

  constructor(private readonly clock: HandClock) {}

  readonly server = createServer((request, response) => {
    this.calls += 1;
    if (this.isDown) return void request.socket.destroy();
    this.inHand += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      new Webhook(SECRET).verify(Buffer.concat(chunks), request.headers as Record<string, string>);
      this.receipts.push({ id: String(request.headers['webhook-id']), inHand: this.inHand, at: this.clock.now().getTime() });
      // Answered a turn later, so that requests that are sent together are in hand together.
      setImmediate(() => {
        this.inHand -= 1;
        response.writeHead(204).end();
      });
    });
  });
}

describe('a department that was down for a day', () => {
  const servers = new Servers();
  let town: DeskTown;
  beforeAll(async () => {
    town = await DeskTown.open();
  });
  afterAll(async () => {
    await servers.close();
    await town.end();
  });

  it('gets every message it is owed, each case in order, at a pace that grows with its answers', async () => {
    const clock = new HandClock(Date.now() - STEPS_A_DAY * STEP);
    const department = new Department(clock);
    const url = `http://127.0.0.1:${await servers.listen(department.server)}/`;
    const sender = new HttpWebhookSender(clock);
    const { app } = town.tools;
    const means = {
      clock,
      ids: app.get(IdSource),
      random: () => 0.5,
      pause: clock.pass,
      pace: { mostInFlight: 16, mostPerSecond: 200 },
    };
    const store = app.get(DeliveryStore);
    const due = new DeliverDue(store, app.get(CaseStore), app.get(City), STANDARD_RETRY_PLAN, app.get(Doorbell), means);
    const courier = courierTo(url, sender, clock);
    const cases = new OwedCases(app);
    const owed: OwedMessage[] = [];
    const sweep = async (): Promise<void> => {
      for (const target of await store.dueTargets(clock.now())) await due.deliver(target, courier, never);
    };

    for (let step = 0; step < STEPS_A_DAY; step += 1) {
      if (step % STEPS_BETWEEN_CASES === 0) owed.push(...(await cases.at(clock.now(), CASES_AT_A_TIME, [water])));
      await sweep();
      await clock.pass(STEP);
    }
    const callsWhileDown = department.calls;
    const [state] = await countsOf(town);
    department.isDown = false;
    const backAt = clock.now().getTime();
    await sweep();
    await sender.close();

    // 12 times 200 cases, 40 of them urged.
    expect(owed).toHaveLength(2_880);
    expect(state).toEqual({ state: 'owed', count: 2_880 });
    // A look every five minutes, not a thousand messages in vain.
    expect(callsWhileDown).toBeLessThan(330);
    expect(callsWhileDown).toBeGreaterThan(200);
    const { receipts } = department;
    expect(receipts.map(({ id }) => id).sort()).toEqual(owed.map(({ id }) => id).sort());
    expect(await countsOf(town)).toEqual([{ state: 'confirmed', count: 2_880 }]);
    expect(overtaken(owed, receipts)).toEqual([]);
    const most = (from: number, to: number) => Math.max(...receipts.slice(from, to).map(({ inHand }) => inHand));
    expect([most(0, 2), most(0, 8) <= 4, most(0, 60) <= 11]).toEqual([1, true, true]);
    expect(most(0, 2_880)).toBeGreaterThan(8);
    expect(most(0, 2_880)).toBeLessThanOrEqual(16);
    // What was let through while it was well again: the allowance of the first second and then 200 a second.
    const perSecond = bySecond(receipts, backAt);
    expect(Math.max(...perSecond)).toBeLessThanOrEqual(400);
    expect(Math.max(...perSecond.slice(1))).toBeLessThanOrEqual(210);
    expect(perSecond.length).toBeLessThanOrEqual(20);
    const [{ torn }] = await town.ask<{ torn: number }>(
      `select count(*)::int as torn from deliveries d where attempts <> (select count(*) from delivery_attempts a where a.delivery_id = d.id)`,
    );
    expect(torn).toBe(0);
    expect((await town.ledger()).unaccounted).toBe(0);
  }, 300_000);
});

function courierTo(url: string, sender: HttpWebhookSender, clock: HandClock): WebhookCourier {
  const endpoint = {
    ...{ department: water, url, thin: false, algorithms: ['v1'] as const, allowPrivate: true },
    ...{ state: 'enabled' as const, since: new Date(0), keys: [{ secret: SECRET, createdAt: new Date(0) }] },
    health: {} as never,
  };
  const post = new EndpointPost(sender, clock, 5_000);
  const watch = { note: () => Promise.resolve() };
  const contacts = { addTo: <Message>(message: Message) => Promise.resolve(message) };
  return new WebhookCourier(
    { find: () => endpoint },
    post,
    new EndpointBreakers(clock),
    watch,
    { copy: () => undefined },
    contacts,
  );
}

const countsOf = (town: DeskTown): Promise<{ state: string; count: number }[]> =>
  town.ask(`select state, count(*)::int as count from deliveries where channel = 'webhook' group by state`);

/** Messages that came before an earlier one of their case; `owed` is in the order in which it was written. */
function overtaken(owed: readonly OwedMessage[], receipts: readonly Receipt[]): string[] {
  const turns = new Map(receipts.map(({ id }, turn) => [id, turn]));
  const last = new Map<string, number>();
  return owed.flatMap(({ id, caseId }) => {
    const turn = turns.get(id) ?? -1;
    const before = last.get(caseId) ?? -1;
    last.set(caseId, turn);
    return turn < before ? [id] : [];
  });
}

function bySecond(receipts: readonly Receipt[], from: number): number[] {
  const counts: number[] = [];
  for (const { at } of receipts) {
    const second = Math.floor((at - from) / 1000);
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}
