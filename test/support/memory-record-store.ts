import type { HubError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { PlatformId, RecordId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Cursor, Fault } from '#domain/ports/platform-adapter.js';
import type { PageToStage, StagedPage } from '#domain/ports/record-store.js';
import { RecordStore } from '#domain/ports/record-store.js';

interface KeptRecord {
  readonly id: number;
  readonly platform: PlatformId;
  readonly externalId: string;
  readonly bytes: Uint8Array;
  quarantined: boolean;
}

interface PullState {
  cursor?: Cursor;
  nextPullAt?: Date;
  failures: number;
}

/** The inbox in memory, under the same laws as the one in PostgreSQL (test/conformance). */
export class MemoryRecordStore extends RecordStore {
  private readonly records: KeptRecord[] = [];
  private readonly heads = new Map<string, Uint8Array>();
  private readonly pulls = new Map<PlatformId, PullState>();

  constructor(private readonly clock: Clock) {
    super();
  }

  /** Everything kept of a platform, in the order of its keeping. */
  inOrder(platform: PlatformId): readonly KeptRecord[] {
    return this.records.filter((record) => record.platform === platform);
  }

  /** Ids of what is in quarantine. */
  quarantined(): readonly RecordId[] {
    return this.records.filter(({ quarantined }) => quarantined).map(({ id }) => as<RecordId>(String(id)));
  }

  override async stage({ platform, records, unreadable, cursor }: PageToStage): Promise<StagedPage> {
    if (cursor !== undefined) this.pullOf(platform).cursor = cursor;
    const staged = records.filter(({ externalId, bytes }) => this.keep(platform, externalId, bytes)).length;
    const quarantined = unreadable.filter(({ externalId, bytes, faults }) =>
      this.keep(platform, externalId, bytes, faults),
    ).length;
    const pulled = records.length + unreadable.length;
    return { pulled, staged, quarantined, unchanged: pulled - staged - quarantined };
  }

  override async cursorOf(platform: PlatformId): Promise<Cursor | undefined> {
    return this.pulls.get(platform)?.cursor;
  }

  override async pullSucceeded(platform: PlatformId, nextPullAt: Date): Promise<void> {
    Object.assign(this.pullOf(platform), { nextPullAt, failures: 0 });
  }

  override async pullFailed(platform: PlatformId, _error: HubError, nextPullAt: Date): Promise<void> {
    const pull = this.pullOf(platform);
    Object.assign(pull, { nextPullAt, failures: pull.failures + 1 });
  }

  override async failures(platform: PlatformId): Promise<number> {
    return this.pulls.get(platform)?.failures ?? 0;
  }

  override async waiting(platform: PlatformId, limit: number, inHand: readonly RecordId[]): Promise<RecordId[]> {
    return this.records
      .filter((record) => record.platform === platform && !record.quarantined)
      .map(({ id }) => as<RecordId>(String(id)))
      .filter((id) => !inHand.includes(id))
      .slice(0, limit);
  }

  override async takeDuePulls(platforms: readonly PlatformId[], leaseUntil: Date): Promise<PlatformId[]> {
    const due = platforms.filter((platform) => {
      const next = this.pulls.get(platform)?.nextPullAt;
      return !this.pulls.has(platform) || (next ?? new Date(0)) <= this.clock.now();
    });
    for (const platform of due) this.pullOf(platform).nextPullAt = leaseUntil;
    return due;
  }

  override async platformsWithWaiting(): Promise<PlatformId[]> {
    const waiting = this.records.filter(({ quarantined }) => !quarantined).map(({ platform }) => platform);
    return [...new Set(waiting)].sort();
  }

  override async retryQuarantined(ids: readonly RecordId[]): Promise<number> {
    const found = this.records.filter(({ id, quarantined }) => quarantined && ids.includes(as<RecordId>(String(id))));
    for (const record of found) record.quarantined = false;
    return found.length;
  }

  private keep(platform: PlatformId, externalId: string, bytes: Uint8Array, faults?: readonly Fault[]): boolean {
    const key = JSON.stringify([platform, externalId]);
    const head = this.heads.get(key);
    if (head && Buffer.compare(head, bytes) === 0) return false;
    this.heads.set(key, bytes);
    this.records.push({ id: this.records.length + 1, platform, externalId, bytes, quarantined: faults !== undefined });
    return true;
  }

  private pullOf(platform: PlatformId): PullState {
    const pull = this.pulls.get(platform) ?? { failures: 0 };
    this.pulls.set(platform, pull);
    return pull;
  }
}
