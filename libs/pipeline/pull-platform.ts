import { toHubError, TransientError } from '#domain/errors.js';
import type { Platform, Platforms } from '#domain/ports/platforms.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { RecordStore } from '#domain/ports/record-store.js';
import type { HubError } from '#domain/errors.js';
import type { PlatformId } from '#domain/ids.js';
import type { WatchSchema } from './watch-schema.js';

/** Longest wait between two tries of a platform that fails. */
const MAX_WAIT_MS = 5 * 60_000;

export interface PullTally {
  pulled: number;
  staged: number;
  unchanged: number;
  quarantined: number;
}

/** Reads one platform from its durable cursor to the end, keeping each page with its cursor before asking for the next. */
export class PullPlatform {
  constructor(
    private readonly platforms: Platforms,
    private readonly inbox: RecordStore,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    private readonly schema: WatchSchema,
  ) {}

  /**
   * Ends early, behind a page, when somebody pauses the platform; resumed, it goes on there. Throws what the platform's
   * failure came to, after noting it; the cursor stands where the last kept page left it.
   */
  async pull(id: PlatformId, signal: AbortSignal): Promise<PullTally> {
    const platform = this.platforms.find(id);
    const tally = { pulled: 0, staged: 0, unchanged: 0, quarantined: 0 };
    if (!platform?.adapter.pull) return tally;
    try {
      const cursor = await this.inbox.cursorOf(id);
      for await (const page of platform.adapter.pull(cursor, signal)) {
        const kept = await this.inbox.stage({ platform: id, ...page, cursor: page.next });
        for (const key of ['pulled', 'staged', 'unchanged', 'quarantined'] as const) tally[key] += kept[key];
        if (kept.staged > 0) {
          await this.doorbell.ring([{ job: 'ingest-batch', platform: id }]);
          await this.schema.look(platform, page.records);
        }
        if (kept.paused) return tally;
      }
      await this.inbox.pullSucceeded(id, this.after(platform.pullEverySeconds * 1000));
      return tally;
    } catch (thrown) {
      const error = toHubError(thrown);
      await this.inbox.pullFailed(id, error, await this.retryTime(platform, error));
      throw error;
    }
  }

  /** When the platform said, or after a wait that doubles with each failure. */
  private async retryTime(platform: Platform, error: HubError): Promise<Date> {
    const failures = await this.inbox.failures(platform.id);
    const wait = Math.min(MAX_WAIT_MS, platform.pullEverySeconds * 1000 * 2 ** Math.min(failures, 16));
    const asked = error instanceof TransientError ? error.retryAt : undefined;
    const latest = this.after(MAX_WAIT_MS);
    if (!asked) return this.after(wait);
    return asked < latest ? asked : latest;
  }

  private after(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}
