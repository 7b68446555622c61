import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import type { NotedDrift } from '#domain/ports/schema-book.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import type { Reconciliation } from '#domain/reconcile/reconciliation.js';
import { isWhole } from '#domain/reconcile/reconciliation.js';

/** Ids in an answer; all of them are in the table. */
const MOST_IDS = 1000;

/** What crosses the line between a platform and the hub: whether all of it arrived, and whether it still looks the same. */
@Injectable()
export class PlatformBoundary {
  constructor(
    private readonly platforms: Platforms,
    private readonly comparisons: ReconcileBook,
    private readonly schemas: SchemaBook,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** Newest comparison and open drifts by platform, for a page that shows all of them. */
  async byPlatform() {
    const results = await this.comparisons.newest();
    const drifts = await this.schemas.open();
    return (id: PlatformId) => ({
      reconcile: summaryOf(results.filter(({ platform }) => platform === id)),
      drifts: drifts.filter(({ platform }) => platform === id).map(driftView),
    });
  }

  /** Has the platform's last days counted again, soon and by the role that speaks to platforms. */
  async ring(id: string): Promise<{ id: string }> {
    const { adapter } = this.find(id);
    if (!adapter.count) throw new RejectedError('PLATFORM_COUNTS_NOTHING', `platform ${id} cannot list what it has of a day`);
    await this.doorbell.ring([{ job: 'reconcile-platform', platform: id }]);
    return { id };
  }

  /** The newest comparison day by day, with the ids. */
  async newest(id: string) {
    const { id: platform } = this.find(id);
    return (await this.comparisons.newest()).filter((result) => result.platform === platform).map(dayView);
  }

  async acknowledge(id: string, path: string, by: string): Promise<{ path: string }> {
    const done = await this.schemas.acknowledge(this.find(id).id, path, by, this.clock.now());
    if (!done) throw new RejectedError('NOT_FOUND', `no drift of ${path} is open at ${id}`);
    return { path };
  }

  private find(id: string): Platform {
    const platform = this.platforms.find(as(id));
    if (!platform) throw new RejectedError('NOT_FOUND', `no platform is called ${id}`);
    return platform;
  }
}

function summaryOf(days: readonly Reconciliation[]) {
  const [first] = days;
  if (!first) return null;
  const counted = days.filter((day) => day.kind === 'counted');
  const failed = days.find((day) => day.kind === 'failed');
  const sum = (count: (day: (typeof counted)[number]) => number): number => counted.reduce((total, day) => total + count(day), 0);
  return {
    at: first.at,
    days: days.length,
    atSource: sum(({ atSource }) => atSource),
    missing: sum(({ missing }) => missing.length),
    healed: sum(({ healed }) => healed.length),
    isWhole: days.every(isWhole),
    errorCode: failed?.code ?? null,
    error: failed?.message ?? null,
  };
}

function dayView(result: Reconciliation) {
  if (result.kind === 'failed') return result;
  const { missing, healed, ...counted } = result;
  const ids = { missing: missing.slice(0, MOST_IDS), healed: healed.slice(0, MOST_IDS) };
  return { ...counted, missingCount: missing.length, healedCount: healed.length, ...ids };
}

const driftView = ({ platform: _platform, ...drift }: NotedDrift) => drift;
