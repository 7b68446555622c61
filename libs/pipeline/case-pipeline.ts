import type { PlatformId, RecordId } from '#domain/ids.js';
import type { CaseStore, CaseTransaction } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { RecordStore } from '#domain/ports/record-store.js';
import { CaseChanges } from './case-changes.js';
import type { City } from './city.js';
import { halveOnPoison } from './halve-on-poison.js';
import { ringsFor } from './rings.js';
import { lockTogether } from './steps/lock.js';
import { matchReports } from './steps/match.js';
import type { Normaliser } from './steps/normalise.js';
import { promiseDueTimes } from './steps/promise.js';
import { recognise } from './steps/recognise.js';
import { routeNewCases } from './steps/route.js';
import { writeDown } from './steps/write-down.js';

export interface PipelineMeans {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Records one transaction takes: enough to share round trips, few enough to hold its locks for a blink. */
  readonly batchSize: number;
}

/** Two: one is read while the other is written. A third would only wait for the others' locks. */
const BATCHES_IN_HAND = 2;

/**
 * The life of a batch of records, from staged to owed. Pull and stage come before it (pull-platform.ts), delivery and the
 * call-backs after it (deliver-due.ts, case-desk.ts).
 */
export class CasePipeline {
  /** Records some batch of this process works on right now. */
  private readonly inHand = new Set<RecordId>();
  private lastPick: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: CaseStore,
    private readonly inbox: RecordStore,
    private readonly normaliser: Normaliser,
    private readonly city: City,
    private readonly doorbell: Doorbell,
    private readonly means: PipelineMeans,
  ) {}

  /** Works all that waits on a platform; while the database is busy with one batch, the next one is being read. */
  async ingestAll(platform: PlatformId, signal: AbortSignal): Promise<void> {
    const work = async (): Promise<void> => {
      while (!signal.aborted && (await this.ingest(platform)) > 0);
    };
    await Promise.all(Array.from({ length: BATCHES_IN_HAND }, work));
  }

  /** Works the oldest waiting records of a platform; returns how many, 0 when none wait. */
  async ingest(platform: PlatformId): Promise<number> {
    const ids = await this.pick(platform);
    try {
      if (ids.length > 0) await this.doorbell.ring(ringsFor(await this.ingestAlone(ids)));
      return ids.length;
    } finally {
      for (const id of ids) this.inHand.delete(id);
    }
  }

  /** One after the other: two that looked at the same time would see the same records, and one of them works for nothing. */
  private pick(platform: PlatformId): Promise<readonly RecordId[]> {
    const picked = this.lastPick.then(async () => {
      const ids = await this.inbox.waiting(platform, this.means.batchSize, [...this.inHand]);
      for (const id of ids) this.inHand.add(id);
      return ids;
    });
    this.lastPick = picked.catch(() => undefined);
    return picked;
  }

  /** One poison record is found and set aside; the others go on. */
  private ingestAlone(ids: readonly RecordId[]): Promise<DueTarget[]> {
    return halveOnPoison(
      ids,
      (part) => this.ingestTogether(part),
      (id, fault) => this.quarantine(id, fault),
    );
  }

  /** Everything from taking the records to owing the messages is one transaction: all of it happened, or none. */
  private ingestTogether(ids: readonly RecordId[]): Promise<DueTarget[]> {
    return this.store.inTransaction(async (transaction: CaseTransaction) => {
      const changes = this.newChanges();

      const records = await transaction.take(ids);
      const batch = await this.normaliser.normalise(records, changes);
      await lockTogether(transaction, batch);
      const fresh = await recognise(transaction, batch, changes);
      const matched = await matchReports(transaction, fresh, changes, this.city, this.means.ids);
      const routed = routeNewCases(matched, this.city);
      const promised = promiseDueTimes(routed, this.city, this.means.clock.now());
      await writeDown(transaction, promised, changes, this.means.clock.now());

      return changes.dueTargets();
    });
  }

  private quarantine(id: RecordId, message: string): Promise<void> {
    return this.store.inTransaction(async (transaction) => {
      if ((await transaction.take([id])).length === 0) return;
      const changes = this.newChanges();
      changes.settled.push({ id, outcome: 'quarantined', faults: [{ field: 'record', message }] });
      await transaction.save(changes.toSet());
    });
  }

  private newChanges(): CaseChanges {
    return new CaseChanges(this.means.clock.now(), this.city.reference, this.means.ids, this.city.revisitWaitMs);
  }
}
