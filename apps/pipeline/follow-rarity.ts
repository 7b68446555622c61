import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { LOGGER } from '#runtime/logger.js';

const LOOK_EVERY_MS = 30_000;

/** Every process that matches weighs by what any of them has learned. */
@Injectable()
export class FollowRarity implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LearnRarity) private readonly rarity: LearnRarity,
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
    await this.rarity.refresh().catch((thrown: unknown) => this.logger.warn({ thrown }, 'learned rarity could not be read'));
  }
}
