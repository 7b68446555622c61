import type { TimeIsOver } from '../privacy/retention-policy.js';

/**
 * Destroys identities: seals, hashes and raw records go, the masked report, its case and every count stay. What was forgotten
 * cannot be had back.
 */
export abstract class Forgetting {
  /** Forgets the citizens of at most `limit` reports whose time is over; returns how many. */
  abstract forgetOver(over: TimeIsOver, now: Date, limit: number): Promise<number>;

  /** Forgets one citizen wherever the number with this hash reported or is named; returns of how many reports. */
  abstract forgetNumber(hash: string, now: Date): Promise<number>;
}
