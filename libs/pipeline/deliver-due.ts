import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import type { RetryPlan } from '#domain/delivery/retry-plan.js';
import { settleAttempt } from '#domain/delivery/settle-attempt.js';
import type { PacePolicy } from '#domain/delivery/target-pace.js';
import type { CaseStore } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DeliveryStore, DueTarget, SettledDelivery, TakenDelivery } from '#domain/ports/delivery-store.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { City } from './city.js';
import { SettleAttempts } from './settle-attempts.js';
import { TargetPaces } from './target-paces.js';

/** The pace of a hub that knows nothing more particular about its targets. */
const DEFAULT_PACE: PacePolicy = { mostInFlight: 16, mostPerSecond: 200 };

export interface DeliveryMeans {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Resolves after this many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** How fast targets are sent to. */
  readonly pace?: PacePolicy;
}

/** What one attempt came to, with the beginning of the other side's answer. */
export type Attempt = AttemptOutcome & { readonly excerpt?: string };

/** Carries one message to its target; what the other side does is an outcome, never a throw. */
export abstract class Courier {
  /** Longer than an attempt can take, in milliseconds; after it the deliveries of a worker that was killed are due again. */
  abstract readonly leaseMs: number;

  /** How many more deliveries to this target may leave now, whatever the pace allows: one, or none, while it is ailing. */
  capacity(_target: string): number {
    return Number.MAX_SAFE_INTEGER;
  }

  /** How fast a target may be sent to; `usual` unless it asked for something else. */
  paceOf(_target: string, usual: PacePolicy): PacePolicy {
    return usual;
  }

  abstract carry(delivery: TakenDelivery, signal: AbortSignal): Promise<Attempt>;
}

/** One target being worked. */
interface Round {
  readonly target: DueTarget;
  readonly courier: Courier;
  readonly signal: AbortSignal;
  readonly inFlight: Set<Promise<void>>;
  /** What our own side could not do; nothing more is taken then. */
  readonly failures: unknown[];
}

/** What may leave at once; `waitMs`: more may later, as far as the pace is concerned; `isShut`: nothing more for now. */
interface Taken {
  readonly taken: readonly TakenDelivery[];
  readonly waitMs?: number;
  readonly isShut?: boolean;
}

/** Between two looks of one who waits for more to become due. */
const LOOK_AGAIN_MS = 50;

/** Sends what is due to one target, case by case in order, until nothing more is due. */
export class DeliverDue {
  private readonly settling: SettleAttempts;
  private readonly paces: TargetPaces;

  constructor(
    private readonly deliveries: DeliveryStore,
    store: CaseStore,
    city: City,
    private readonly plan: RetryPlan,
    doorbell: Doorbell,
    private readonly means: DeliveryMeans,
  ) {
    this.settling = new SettleAttempts(deliveries, store, city, doorbell, means);
    this.paces = new TargetPaces(means.clock);
  }

  /**
   * Returns how many attempts were made. A slow answer holds up its own case only: whatever is free goes on at once. Once there is
   * nothing more it looks `looksAgain` times, a moment apart: where much is going on, that is cheaper than being rung for.
   */
  async deliver(target: DueTarget, courier: Courier, signal: AbortSignal, looksAgain = 0): Promise<number> {
    const round: Round = { target, courier, signal, inFlight: new Set(), failures: [] };
    let attempts = 0;
    for (let looksLeft = looksAgain; ;) {
      const { taken, waitMs, isShut } = await this.take(round);
      for (const delivery of taken) this.begin(delivery, round);
      attempts += taken.length;
      if (taken.length > 0) looksLeft = looksAgain;
      const isIdle = round.inFlight.size === 0 && waitMs === undefined;
      if (isIdle && (isShut || looksLeft-- === 0)) break;
      const moment = isIdle ? LOOK_AGAIN_MS : waitMs;
      await Promise.race([...round.inFlight, ...(moment === undefined ? [] : [this.means.pause(moment)])]);
    }
    if (round.failures.length > 0) throw round.failures[0];
    return attempts;
  }

  private async take({ target, courier, signal, inFlight, failures }: Round): Promise<Taken> {
    if (signal.aborted || failures.length > 0) return { taken: [], isShut: true };
    const policy = this.policyOf(target, courier);
    const { room, waitMs } = this.paces.room(target, inFlight.size, policy);
    const most = room === 0 ? 0 : Math.min(room, courier.capacity(target.target));
    if (most === 0) return { taken: [], waitMs, isShut: waitMs === undefined };
    const now = this.means.clock.now();
    try {
      const taken = await this.deliveries.take(target, now, new Date(now.getTime() + courier.leaseMs), most);
      this.paces.begin(target, taken.length, policy);
      return { taken };
    } catch (thrown) {
      failures.push(thrown);
      return { taken: [], isShut: true };
    }
  }

  private begin(delivery: TakenDelivery, round: Round): void {
    const until = new Date(this.means.clock.now().getTime() + round.courier.leaseMs);
    const settled: Promise<void> = this.attempt(delivery, round)
      .then((result) => this.settling.settle({ result, until, signal: round.signal }))
      .catch((thrown: unknown) => void round.failures.push(thrown))
      .finally(() => round.inFlight.delete(settled));
    round.inFlight.add(settled);
  }

  private policyOf({ target }: DueTarget, courier: Courier): PacePolicy {
    return courier.paceOf(target, this.means.pace ?? DEFAULT_PACE);
  }

  private async attempt(delivery: TakenDelivery, { target, courier, signal }: Round): Promise<SettledDelivery> {
    const at = this.means.clock.now();
    const { excerpt, ...outcome } = await carried(delivery, courier, signal);
    const settledAt = this.means.clock.now();
    const isBack = this.paces.report(target, outcome, this.policyOf(target, courier));
    // Who is back is owed what piled up now, not when each message's own wait is over.
    if (isBack) await this.deliveries.hasten(target, settledAt).catch(() => undefined);
    const settlement = settleAttempt(delivery, outcome, settledAt, this.plan, this.means.random);
    const nextAttemptAt = 'nextAttemptAt' in settlement ? settlement.nextAttemptAt : undefined;
    const durationMs = settledAt.getTime() - at.getTime();
    return { delivery, at, durationMs, outcome, excerpt, state: settlement.state, nextAttemptAt };
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
