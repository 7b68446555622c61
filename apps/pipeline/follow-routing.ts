import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { LearnRouting } from '#pipeline/learn-routing.js';
import { LOGGER } from '#runtime/logger.js';

const LOOK_EVERY_MS = 30_000;

/** Every process that routes asks the router that any of them taught last. */
@Injectable()
export class FollowRouting implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LearnRouting) private readonly routing: LearnRouting,
    @Inject(LOGGER) private readonly logger: LoggerService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A database that is away for a moment costs nothing but a later look. */
  private async look(): Promise<void> {
    await this.routing.refresh().catch((thrown: unknown) => this.logger.warn({ thrown }, 'learned routing could not be read'));
  }
}
