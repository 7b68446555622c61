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
import { lookAround } from './steps/look-around.js';
import { matchReports } from './steps/match.js';
import type { Normaliser } from './steps/normalise.js';
import { promiseDueTimes } from './steps/promise.js';
import { recognise } from './steps/recognise.js';
import { routeNewCases } from './steps/route.js';
import { suspectSpamAmong } from './steps/suspect.js';
import { writeDown } from './steps/write-down.js';
import type { Turn } from './turns.js';
import { Turns } from './turns.js';

export interface PipelineMeans {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Records one transaction takes: enough to share round trips, few enough to hold its locks for a blink. */
  readonly batchSize: number;
}

/** Three: one is read, one looks around, one is written. A fourth would only wait. */
const BATCHES_IN_HAND = 3;

/**
 * The life of a batch of records, from staged to owed. Pull and stage come before it (pull-platform.ts), delivery and the
 * call-backs after it (deliver-due.ts, case-desk.ts).
 */
export class CasePipeline {
  /** Records some batch of this process works on right now. */
  private readonly inHand = new Set<RecordId>();
  private lastPick: Promise<unknown> = Promise.resolve();
  private readonly turns: Turns;

  constructor(
    private readonly store: CaseStore,
    private readonly inbox: RecordStore,
    private readonly normaliser: Normaliser,
    private readonly city: City,
    private readonly doorbell: Doorbell,
    private readonly means: PipelineMeans,
  ) {
    this.turns = new Turns(means.ids.next());
  }

  /** Works all that waits on a platform; while one batch is written, the next ones are read and compared. */
  async ingestAll(platform: PlatformId, signal: AbortSignal): Promise<void> {
    const running = new Set<Promise<void>>();
    try {
      for (;;) {
        const ids = signal.aborted ? [] : await this.pick(platform);
        if (ids.length === 0 && running.size === 0) return;
        if (ids.length > 0) {
          const batch: Promise<void> = this.ingestPicked(ids).finally(() => running.delete(batch));
          running.add(batch);
        }
        // A batch that ends may have made room, or left what came meanwhile.
        if (ids.length === 0 || running.size === BATCHES_IN_HAND) await Promise.race(running);
      }
    } finally {
      await Promise.allSettled(running);
    }
  }

  /** Works the oldest waiting records of a platform; returns how many, 0 when none wait. */
  async ingest(platform: PlatformId): Promise<number> {
    const ids = await this.pick(platform);
    if (ids.length > 0) await this.ingestPicked(ids);
    return ids.length;
  }

  private async ingestPicked(ids: readonly RecordId[]): Promise<void> {
    try {
      await this.doorbell.ring(ringsFor(await this.ingestAlone(ids)));
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
  private async ingestTogether(ids: readonly RecordId[]): Promise<DueTarget[]> {
    const turn = this.turns.begin();
    let isCommitted = false;
    try {
      const owed = await this.store.inTransaction((transaction) => turn.attempt(() => this.ingestIn(transaction, ids, turn)));
      isCommitted = true;
      return owed;
    } finally {
      turn.end(isCommitted);
    }
  }

  private async ingestIn(transaction: CaseTransaction, ids: readonly RecordId[], turn: Turn): Promise<DueTarget[]> {
    const changes = this.newChanges();

    const records = await transaction.take(ids);
    const batch = await this.normaliser.normalise(records, changes);
    const seen = await lookAround(transaction, batch.arrivals, this.city.matching);
    const sight = await lockTogether(transaction, batch, seen, turn);
    const fresh = await recognise(transaction, batch, changes);
    const matched = await matchReports(transaction, fresh, sight, changes, this.means.ids);
    const suspects = await suspectSpamAmong(transaction, matched);
    const routed = routeNewCases(matched, this.city, suspects);
    const promised = promiseDueTimes(routed, this.city, this.means.clock.now());
    await writeDown(transaction, promised, changes);

    turn.keep(promised);
    return changes.dueTargets();
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
    return CaseChanges.in(this.city, this.means);
  }
}
