import { moveOf } from '#domain/case/case-status.js';
import type { Delivery } from '#domain/delivery/delivery.js';
import { Gathered } from '#domain/delivery/gathered.js';
import { Defect, TransientError } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import type { CaseStore } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DeliveryStore, SettledDelivery } from '#domain/ports/delivery-store.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { IdSource } from '#domain/ports/ids.js';
import { CaseChanges } from './case-changes.js';
import type { City } from './city.js';
import { holdCases } from './hold-cases.js';
import { ringsFor } from './rings.js';

/** Between two tries to write down what attempts came to, while the database is away. */
const SETTLE_AGAIN_MS = 250;
/** Attempts that share a transaction at most, and transactions at once: while one commits, the next is made. */
const ROUNDS = { most: 500, rounds: 2 };

/** What an attempt came to, and until when nobody else may make another. */
interface ToSettle {
  readonly result: SettledDelivery;
  readonly until: Date;
  readonly signal: AbortSignal;
}

interface Means {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** Writes down what attempts came to, those of all targets together. Webhooks change no case and never wait for one. */
export class SettleAttempts {
  private readonly webhooks = new Gathered<ToSettle, void>((some) => this.settleInAnyCase(some), ROUNDS);
  private readonly writeBacks = new Gathered<ToSettle, void>((some) => this.settleInAnyCase(some), ROUNDS);

  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly store: CaseStore,
    private readonly city: City,
    private readonly doorbell: Doorbell,
    private readonly means: Means,
  ) {}

  /** What the other side answered is a fact: a database that is away is waited for, as long as nobody else may try again. */
  settle(attempt: ToSettle): Promise<void> {
    return this[attempt.result.delivery.channel === 'webhook' ? 'webhooks' : 'writeBacks'].ask(attempt);
  }

  private async settleInAnyCase(some: readonly ToSettle[]): Promise<void[]> {
    for (;;) {
      try {
        await this.settleNow(some.map(({ result }) => result));
        return [];
      } catch (thrown) {
        if (!(thrown instanceof TransientError) && some.length > 1) return this.settleEach(some);
        const now = this.means.clock.now();
        if (!(thrown instanceof TransientError) || some.some(({ signal, until }) => signal.aborted || now >= until)) throw thrown;
        await this.means.pause(SETTLE_AGAIN_MS);
      }
    }
  }

  /** One that cannot be written down keeps none of the others from it. */
  private async settleEach(some: readonly ToSettle[]): Promise<void[]> {
    let first: unknown;
    for (const one of some) await this.settleInAnyCase([one]).catch((thrown: unknown) => (first ??= thrown));
    if (first !== undefined) throw first instanceof Error ? first : new Defect('DEFECT', String(first));
    return [];
  }

  /** Answers and what they change in their cases are one transaction: an answered citizen and the case never disagree. */
  private async settleNow(results: readonly SettledDelivery[]): Promise<void> {
    const answered = results.filter(({ state, delivery }) => state === 'confirmed' && isAnswer(delivery));
    if (answered.length === 0) return this.deliveries.settle(results);
    const cases = [...new Set(answered.map(({ delivery }) => delivery.caseId))];
    const owed = await this.store.inTransaction(async (transaction) => {
      const changes = CaseChanges.in(this.city, this.means);
      await holdCases(transaction, changes, cases);
      await transaction.settleDeliveries(results);
      const waiting = await transaction.withOpenAnswers(cases);
      for (const id of cases) if (!waiting.has(id)) confirmAnswers(id, changes);
      await transaction.save(changes.toSet());
      return changes.dueTargets();
    });
    await this.doorbell.ring(ringsFor(owed));
  }
}

function confirmAnswers(id: CaseId, changes: CaseChanges): void {
  const status = changes.find(id)?.status;
  if (status === undefined || moveOf('confirm-answers', status) === undefined) return;
  changes.command(id, { command: 'confirm-answers' }, 'hub', []);
}

const isAnswer = ({ channel, type }: Delivery): boolean => channel === 'write-back' && type === 'answer';
