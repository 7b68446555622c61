import { moveOf } from '#domain/case/case-status.js';
import type { AttemptOutcome, Delivery } from '#domain/delivery/delivery.js';
import { TransientError } from '#domain/errors.js';
import type { RetryPlan } from '#domain/delivery/retry-plan.js';
import { settleAttempt } from '#domain/delivery/settle-attempt.js';
import type { CaseStore } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DeliveryStore, DueTarget, SettledDelivery, TakenDelivery } from '#domain/ports/delivery-store.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { IdSource } from '#domain/ports/ids.js';
import { CaseChanges } from './case-changes.js';
import type { City } from './city.js';
import { holdCases } from './hold-cases.js';
import { ringsFor } from './rings.js';

/** Deliveries of one target in flight at once; each belongs to another case. */
const IN_FLIGHT = 16;
/** Between two tries to write down what attempts came to, while the database is away. */
const SETTLE_AGAIN_MS = 250;

export interface DeliveryMeans {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Resolves after this many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** What one attempt came to, with the beginning of the other side's answer. */
export type Attempt = AttemptOutcome & { readonly excerpt?: string };

/** Carries one message to its target; what the other side does is an outcome, never a throw. */
export abstract class Courier {
  /** Longer than an attempt can take, in milliseconds; after it the deliveries of a worker that was killed are due again. */
  abstract readonly leaseMs: number;

  /** How many deliveries to this target may leave now: fewer, or none, while it is ailing. */
  capacity(_target: string): number {
    return IN_FLIGHT;
  }

  abstract carry(delivery: TakenDelivery, signal: AbortSignal): Promise<Attempt>;
}

/** Sends what is due to one target, case by case in order, until nothing more is due. */
export class DeliverDue {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly store: CaseStore,
    private readonly city: City,
    private readonly plan: RetryPlan,
    private readonly doorbell: Doorbell,
    private readonly means: DeliveryMeans,
  ) {}

  /** Returns how many attempts were made. */
  async deliver(target: DueTarget, courier: Courier, signal: AbortSignal): Promise<number> {
    let attempts = 0;
    while (!signal.aborted) {
      const now = this.means.clock.now();
      const room = courier.capacity(target.target);
      if (room === 0) break;
      const taken = await this.deliveries.take(target, now, new Date(now.getTime() + courier.leaseMs), room);
      if (taken.length === 0) break;
      const results = await Promise.all(taken.map((delivery) => this.attempt(delivery, courier, signal)));
      await this.settleInAnyCase(results, new Date(now.getTime() + courier.leaseMs), signal);
      attempts += results.length;
    }
    return attempts;
  }

  private async attempt(delivery: TakenDelivery, courier: Courier, signal: AbortSignal): Promise<SettledDelivery> {
    const at = this.means.clock.now();
    const { excerpt, ...outcome } = await carried(delivery, courier, signal);
    const settledAt = this.means.clock.now();
    const settlement = settleAttempt(delivery, outcome, settledAt, this.plan, this.means.random);
    const nextAttemptAt = 'nextAttemptAt' in settlement ? settlement.nextAttemptAt : undefined;
    const durationMs = settledAt.getTime() - at.getTime();
    return { delivery, at, durationMs, outcome, excerpt, state: settlement.state, nextAttemptAt };
  }

  /** What the other side answered is a fact: a database that is away is waited for, as long as nobody else may try again. */
  private async settleInAnyCase(results: readonly SettledDelivery[], until: Date, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        return await this.settle(results);
      } catch (thrown) {
        if (!(thrown instanceof TransientError) || signal.aborted || this.means.clock.now() >= until) throw thrown;
        await this.means.pause(SETTLE_AGAIN_MS);
      }
    }
  }

  /** Attempts and what they change in their cases are one transaction: an answered citizen and the case never disagree. */
  private async settle(results: readonly SettledDelivery[]): Promise<void> {
    const owed = await this.store.inTransaction(async (transaction) => {
      const changes = new CaseChanges(this.means.clock.now(), this.city.reference, this.means.ids, this.city.revisitWaitMs);
      const answered = results.filter(({ state, delivery }) => state === 'confirmed' && isAnswer(delivery));
      await holdCases(
        transaction,
        changes,
        answered.map(({ delivery }) => delivery.caseId),
      );
      await transaction.settleDeliveries(results);
      for (const id of new Set(answered.map(({ delivery }) => delivery.caseId))) {
        const status = changes.find(id)?.status;
        if (status === undefined || moveOf('confirm-answers', status) === undefined) continue;
        if ((await transaction.openAnswers(id)).length > 0) continue;
        changes.command(id, { command: 'confirm-answers' }, 'hub', []);
      }
      await transaction.save(changes.toSet());
      return changes.dueTargets();
    });
    await this.doorbell.ring(ringsFor(owed));
  }
}

/** A message our own code stumbles over is tried and parked like any other, and holds up nobody else's. */
async function carried(delivery: TakenDelivery, courier: Courier, signal: AbortSignal): Promise<Attempt> {
  try {
    return await courier.carry(delivery, signal);
  } catch (thrown) {
    return { kind: 'failed', reason: `DEFECT: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
}

const isAnswer = ({ channel, type }: Delivery): boolean => channel === 'write-back' && type === 'answer';
