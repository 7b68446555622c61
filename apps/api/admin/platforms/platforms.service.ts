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
