import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { localDay } from '#domain/ledger/local-day.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import type { PlatformDay } from '#storage/reading/platform-days.js';
import { PlatformDays } from '#storage/reading/platform-days.js';
import type { PullState } from '#storage/reading/platform-health.js';
import { PlatformHealth } from '#storage/reading/platform-health.js';
import { SqlPullSwitch } from '#storage/sql-pull-switch.js';

/** Source platforms and how they do. */
@Injectable()
export class PlatformsService {
  constructor(
    private readonly platforms: Platforms,
    private readonly health: PlatformHealth,
    private readonly days: PlatformDays,
    private readonly pulls: SqlPullSwitch,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** Each configured platform with its health and what it brought today. */
  async all() {
    const now = this.clock.now();
    const states = await this.health.all();
    const days = await this.days.of(localDay(now));
    return this.platforms.all().map((platform) => platformView(platform, states.get(platform.id), days.get(platform.id), now));
  }

  async turn(id: string, paused: boolean): Promise<{ id: string; paused: boolean }> {
    const platform = this.platforms.find(as(id));
    if (!platform) throw new RejectedError('NOT_FOUND', `no platform is called ${id}`);
    await this.pulls.turn(platform.id, paused, this.clock.now());
    if (!paused) await this.doorbell.ring([{ job: 'pull-platform', platform: id }]);
    return { id, paused };
  }
}

function platformView(
  { id, title, pullEverySeconds, adapter }: Platform,
  state: PullState | undefined,
  day: PlatformDay | undefined,
  now: Date,
) {
  const { kind, capabilities } = adapter.describe();
  const { platform: _platform, ...today } = day ?? NOTHING_YET;
  return {
    id,
    title,
    kind,
    capabilities,
    pullEverySeconds,
    paused: state?.paused ?? false,
    health: healthOf(state, capabilities.includes('pull')),
    pulledAt: state?.pulledAt ?? null,
    nextPullAt: state?.nextPullAt ?? null,
    /** Seconds since the last good pull. */
    ageSeconds: state?.pulledAt ? Math.max(0, Math.round((now.getTime() - state.pulledAt.getTime()) / 1000)) : null,
    failures: state?.failures ?? 0,
    failingSince: state?.failingSince ?? null,
    errorCode: state?.errorCode ?? null,
    error: state?.error ?? null,
    today,
  };
}

const NOTHING_YET = {
  platform: undefined,
  pulled: 0,
  opened: 0,
  attached: 0,
  updated: 0,
  unchanged: 0,
  withdrawn: 0,
  quarantined: 0,
  waiting: 0,
};

function healthOf(state: PullState | undefined, isPulled: boolean): 'ok' | 'failing' | 'paused' | 'waiting' | 'pushed' {
  if (!isPulled) return 'pushed';
  if (state?.paused) return 'paused';
  if (state && state.failures > 0) return 'failing';
  return state?.pulledAt ? 'ok' : 'waiting';
}
