import { Injectable } from '@nestjs/common';
import { localDay } from '#domain/ledger/local-day.js';
import { Clock } from '#domain/ports/clock.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import type { PlatformDay } from '#storage/reading/platform-days.js';
import { PlatformDays } from '#storage/reading/platform-days.js';
import type { PullState } from '#storage/reading/platform-health.js';
import { PlatformHealth } from '#storage/reading/platform-health.js';
import { PlatformBoundary } from './platform-boundary.js';

/** Source platforms and how they do. */
@Injectable()
export class PlatformsService {
  constructor(
    private readonly platforms: Platforms,
    private readonly health: PlatformHealth,
    private readonly days: PlatformDays,
    private readonly boundary: PlatformBoundary,
    private readonly clock: Clock,
  ) {}

  /** Each configured platform with its health, what it brought today, its last recount and what has drifted. */
  async all() {
    const now = this.clock.now();
    const states = await this.health.all();
    const days = await this.days.of(localDay(now));
    const boundaryOf = await this.boundary.byPlatform();
    return this.platforms.all().map((platform) => ({
      ...platformView(platform, states.get(platform.id), days.get(platform.id), now),
      ...boundaryOf(platform.id),
    }));
  }
}

function platformView(
  { id, title, pullEverySeconds, adapter }: Platform,
  state: PullState | undefined,
  day: PlatformDay | undefined,
  now: Date,
) {
  const { kind, capabilities } = adapter.describe();
  const { platform: _day, ...today } = day ?? NOTHING_YET;
  const { platform: _pull, hasCursor: _cursor, ...pull } = state ?? NEVER_PULLED;
  return {
    id,
    title,
    kind,
    capabilities,
    pullEverySeconds,
    ...pull,
    health: healthOf(pull, capabilities.includes('pull')),
    /** Seconds since the last good pull. */
    ageSeconds: pull.pulledAt && Math.max(0, Math.round((now.getTime() - pull.pulledAt.getTime()) / 1000)),
    today,
  };
}

const NEVER_PULLED = {
  platform: undefined,
  hasCursor: false,
  paused: false,
  pulledAt: null,
  nextPullAt: null,
  failures: 0,
  failingSince: null,
  errorCode: null,
  error: null,
};

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

type Pull = Pick<PullState, 'paused' | 'failures' | 'pulledAt'>;

function healthOf({ paused, failures, pulledAt }: Pull, isPulled: boolean): 'ok' | 'failing' | 'paused' | 'waiting' | 'pushed' {
  if (!isPulled) return 'pushed';
  if (paused) return 'paused';
  if (failures > 0) return 'failing';
  return pulledAt ? 'ok' : 'waiting';
}
