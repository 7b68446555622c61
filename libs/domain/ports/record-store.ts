import type { PlatformId, RecordId } from '../ids.js';
import type { HubError } from '../errors.js';
import type { Cursor, RawRecord, UnreadableRecord } from './platform-adapter.js';

/** A page to keep. `cursor` is absent for pushed pages and imports. */
export interface PageToStage {
  readonly platform: PlatformId;
  readonly records: readonly RawRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly cursor?: Cursor;
}

export interface StagedPage {
  readonly pulled: number;
  readonly staged: number;
  readonly unchanged: number;
  readonly quarantined: number;
  /** Somebody has paused the platform meanwhile: this page was the last for now. */
  readonly paused?: boolean;
}

/** The inbox: what was pulled, where the next pull starts, and what still waits. */
export abstract class RecordStore {
  /** Keeps records, cursor and count in one transaction; a record whose bytes were kept before only counts as unchanged. */
  abstract stage(page: PageToStage): Promise<StagedPage>;

  abstract cursorOf(platform: PlatformId): Promise<Cursor | undefined>;

  abstract pullSucceeded(platform: PlatformId, nextPullAt: Date): Promise<void>;

  abstract pullFailed(platform: PlatformId, error: HubError, nextPullAt: Date): Promise<void>;

  /** Failed pulls of a platform since its last good one. */
  abstract failures(platform: PlatformId): Promise<number>;

  /** Oldest waiting records of a platform, those `inHand` left out. */
  abstract waiting(platform: PlatformId, limit: number, inHand: readonly RecordId[]): Promise<RecordId[]>;

  /** Platforms whose pull is due, their next pull moved to `leaseUntil` so that others do not ring for the same. */
  abstract takeDuePulls(platforms: readonly PlatformId[], leaseUntil: Date): Promise<PlatformId[]>;

  abstract platformsWithWaiting(): Promise<PlatformId[]>;

  /** Puts quarantined records back among the waiting; returns how many. */
  abstract retryQuarantined(ids: readonly RecordId[]): Promise<number>;
}
