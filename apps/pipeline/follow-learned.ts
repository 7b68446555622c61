import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { LearnRouting } from '#pipeline/learn-routing.js';
import { LOGGER } from '#runtime/logger.js';

const LOOK_EVERY_MS = 30_000;

/** Every process matches and routes by what any of them has learned. */
@Injectable()
export class FollowLearned implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LearnRarity) private readonly rarity: LearnRarity,
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

  private async look(): Promise<void> {
    await this.refresh(this.rarity, 'learned rarity could not be read');
    await this.refresh(this.routing, 'learned routing could not be read');
  }

  /** A database that is away for a moment costs nothing but a later look. */
  private async refresh(learned: { refresh(): Promise<void> }, failure: string): Promise<void> {
    await learned.refresh().catch((thrown: unknown) => this.logger.warn({ thrown }, failure));
  }
}
