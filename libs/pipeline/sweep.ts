import { nextNight } from '#domain/deadline/city-days.js';
import type { PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DeliveryStore } from '#domain/ports/delivery-store.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { Platforms } from '#domain/ports/platforms.js';
import type { ReconcileBook } from '#domain/ports/reconcile-book.js';
import type { RecordStore } from '#domain/ports/record-store.js';
import { ringsFor } from './rings.js';

/** A pull that nobody finished may be rung for again after this. */
const PULL_LEASE_MS = 60_000;
/** The same for a recount, which may walk a day of a slow platform. */
const RECONCILE_LEASE_MS = 3_600_000;

/** Rings for all the work that the rows say is waiting: what a crash silenced, what a timer made due, what Redis forgot. */
export class Sweep {
  constructor(
    private readonly platforms: Platforms,
    private readonly inbox: RecordStore,
    private readonly deliveries: DeliveryStore,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    private readonly reconciles: ReconcileBook,
  ) {}

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const pulled = this.platforms.all().filter(({ adapter }) => adapter.pull !== undefined);
    const due = await this.inbox.takeDuePulls(
      pulled.map(({ id }) => id),
      new Date(now.getTime() + PULL_LEASE_MS),
    );
    const counted = await this.reconciles.takeDue(
      this.platforms.all().flatMap(({ id, adapter }) => (adapter.count ? [id] : [])),
      nextNight(now),
      new Date(now.getTime() + RECONCILE_LEASE_MS),
    );
    // Records of an import that runs in another process wait for that process: only it knows how to read them.
    const waiting = (await this.inbox.platformsWithWaiting()).filter((platform) => this.platforms.find(platform));
    await this.doorbell.ring([
      ...due.map((platform: PlatformId) => ({ job: 'pull-platform', platform }) as const),
      ...counted.map((platform: PlatformId) => ({ job: 'reconcile-platform', platform }) as const),
      ...waiting.map((platform: PlatformId) => ({ job: 'ingest-batch', platform }) as const),
      ...ringsFor(await this.deliveries.dueTargets(now)),
    ]);
  }
}
