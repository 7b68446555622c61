import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { LiveDutyList } from '#pipeline/live-duty-list.js';
import { LOGGER } from '#runtime/logger.js';

const LOOK_EVERY_MS = 2_000;

/** A duty list that was published in one process is what every other dispatches by two seconds later. */
@Injectable()
export class FollowDutyList implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LiveDutyList) private readonly list: LiveDutyList,
    @Inject(LOGGER) private readonly logger: LoggerService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A database that is away for a moment, or a version that does not fit the folder any more, leaves the list that was live. */
  private async look(): Promise<void> {
    await this.list.refresh().catch((thrown: unknown) => this.logger.error({ thrown }, 'the duty list could not be taken over'));
  }
}
