import type { AttemptOutcome, Delivery, DeliveryState } from '../delivery/delivery.js';
import type { DeliveryId } from '../ids.js';

/** A delivery taken for one attempt; `wasUnknown`: an earlier attempt may have reached the other side. */
export interface TakenDelivery extends Delivery {
  readonly wasUnknown: boolean;
}

/** What one attempt leads to. */
export interface SettledDelivery {
  readonly delivery: Delivery;
  readonly at: Date;
  readonly durationMs: number;
  readonly outcome: AttemptOutcome;
  readonly excerpt?: string;
  readonly state: DeliveryState;
  readonly nextAttemptAt?: Date;
}

/** Where there is something to send. */
export interface DueTarget {
  readonly channel: Delivery['channel'];
  readonly target: string;
}

/** Of a delivery that somebody may have sent again. */
export type ReplayableState = 'parked' | 'confirmed';

/** The messages we owe. */
export abstract class DeliveryStore {
  /**
   * Takes due deliveries of one target, at most one a case so that each case's order holds, and leases them until
   * `leaseUntil`; a taken write-back counts as unknown until it is settled, whatever happens to us.
   */
  abstract take(target: DueTarget, now: Date, leaseUntil: Date, limit: number): Promise<TakenDelivery[]>;

  /** Logs attempts that change no case, and moves their deliveries on. */
  abstract settle(results: readonly SettledDelivery[]): Promise<void>;

  /** Makes webhooks due that wait for their next attempt, none that is being attempted: their target is back. */
  abstract hasten(target: DueTarget, now: Date): Promise<void>;

  abstract dueTargets(now: Date): Promise<DueTarget[]>;

  /**
   * Makes those in one of `states` (parked, unless it says otherwise) due again, their plan anew; returns their targets. An answer
   * that arrived is never sent again, a webhook may be: its receiver knows the id, or has lost everything.
   */
  abstract replay(ids: readonly DeliveryId[], now: Date, states?: readonly ReplayableState[]): Promise<DueTarget[]>;
}
