import type { ExternalId, PlatformId } from '../ids.js';
import type { Reconciliation } from '../reconcile/reconciliation.js';

/** What the hub has of a platform, asked record by record, and what earlier comparisons with the platform came to. */
export abstract class ReconcileBook {
  /** When the last pull reached its end; undefined before the first. */
  abstract lastGoodPull(platform: PlatformId): Promise<Date | undefined>;

  /** Those of the ids of which the hub has neither a staged record nor a report. */
  abstract lacking(platform: PlatformId, ids: readonly ExternalId[]): Promise<ExternalId[]>;

  /** Forgets that these lacking records were ever seen, so that staging them again is no repetition. */
  abstract forget(platform: PlatformId, ids: readonly ExternalId[]): Promise<void>;

  abstract keep(result: Reconciliation): Promise<void>;

  /** What the newest comparison of each platform came to, by platform and day. */
  abstract newest(): Promise<Reconciliation[]>;

  /**
   * Platforms whose turn has come, their next turn put off to `leaseUntil` so that others do not ring for the same. A
   * platform that is met for the first time gets its first turn at `first`.
   */
  abstract takeDue(platforms: readonly PlatformId[], first: Date, leaseUntil: Date): Promise<PlatformId[]>;

  /** Sets a platform's next turn. */
  abstract nextAt(platform: PlatformId, at: Date): Promise<void>;
}
