import type { CaseStore } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { IdSource } from '#domain/ports/ids.js';
import { CaseChanges } from './case-changes.js';
import type { City } from './city.js';
import { holdCases } from './hold-cases.js';
import { ringsFor } from './rings.js';

/** Cases rung for in one transaction. */
const AT_ONCE = 50;

/**
 * Lets every clock that is due ring: exactly once a rung, late when the hub was away, never again when a machine's time is set
 * back, since how often a clock has rung is written down with what its ringing did.
 */
export class RingClocks {
  constructor(
    private readonly store: CaseStore,
    private readonly city: City,
    private readonly doorbell: Doorbell,
    private readonly means: { readonly clock: Clock; readonly ids: IdSource },
  ) {}

  /** Returns how many cases had a clock that rang. */
  async ring(signal?: AbortSignal): Promise<number> {
    for (let rung = 0; ;) {
      const ids = await this.store.casesToRing(this.means.clock.now(), AT_ONCE);
      if (ids.length > 0) await this.ringFor(ids);
      rung += ids.length;
      if (ids.length < AT_ONCE || signal?.aborted) return rung;
    }
  }

  private async ringFor(ids: Awaited<ReturnType<CaseStore['casesToRing']>>): Promise<void> {
    const owed = await this.store.inTransaction(async (transaction) => {
      const changes = CaseChanges.in(this.city, this.means);
      await holdCases(transaction, changes, ids);
      const reports = await transaction.reportsOfEach(ids);
      for (const id of ids) changes.ring(id, reports.get(id) ?? []);
      await transaction.save(changes.toSet());
      return changes.dueTargets();
    });
    await this.doorbell.ring(ringsFor(owed));
  }
}
