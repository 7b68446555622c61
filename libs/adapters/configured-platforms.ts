import type { PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import type { PublishedUpdates } from '#domain/ports/published-updates.js';
import { boardOf } from '#domain/ports/published-updates.js';
import { ADAPTERS, createAdapter } from './adapters.js';

/** A row of `platforms.yaml`, as far as an adapter needs it. */
export interface PlatformRow {
  readonly id: PlatformId;
  readonly kind: string;
  readonly title: string;
  readonly enabled: boolean;
  readonly pullEverySeconds: number;
  readonly overlapSeconds: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The platforms of the configuration, each with the adapter of its kind. */
export class ConfiguredPlatforms extends Platforms {
  private readonly byId: ReadonlyMap<PlatformId, Platform>;

  constructor(rows: readonly PlatformRow[], clock: Clock, published: PublishedUpdates, extra: readonly Platform[] = []) {
    super();
    const made = rows.filter(({ enabled }) => enabled).map((row) => toPlatform(row, clock, published));
    this.byId = new Map([...made, ...extra].map((platform) => [platform.id, platform]));
  }

  all(): readonly Platform[] {
    return [...this.byId.values()];
  }

  find(id: PlatformId): Platform | undefined {
    return this.byId.get(id);
  }
}

/** The overlap is a fact of the platform's row; kinds without an overlap know no such setting. */
function toPlatform(row: PlatformRow, clock: Clock, published: PublishedUpdates): Platform {
  const { id, kind, title, pullEverySeconds, overlapSeconds, settings } = row;
  const knowsOverlap = ADAPTERS[kind] !== undefined && 'overlapSeconds' in new ADAPTERS[kind].settings();
  const own = knowsOverlap ? { ...settings, overlapSeconds } : settings;
  const adapter = createAdapter(kind, own, () => clock.now(), boardOf(published, id));
  return { id, title, pullEverySeconds, adapter };
}
