import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { Platforms } from '#domain/ports/platforms.js';
import { SqlPullSwitch } from '#storage/sql-pull-switch.js';

/** Pauses and resumes a platform for an operator. */
@Injectable()
export class PullSwitch {
  constructor(
    private readonly platforms: Platforms,
    private readonly pulls: SqlPullSwitch,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  async turn(id: string, paused: boolean): Promise<{ id: string; paused: boolean }> {
    const platform = this.platforms.find(as(id));
    if (!platform) throw new RejectedError('NOT_FOUND', `no platform is called ${id}`);
    await this.pulls.turn(platform.id, paused, this.clock.now());
    if (!paused) await this.doorbell.ring([{ job: 'pull-platform', platform: id }]);
    return { id, paused };
  }
}
