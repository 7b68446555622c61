import type { LoggerService } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { LearnRouting } from '#pipeline/learn-routing.js';
import { Follower } from '#runtime/follower.js';
import { LOGGER } from '#runtime/logger.js';

/** Every process matches and routes by what any of them has learned. */
@Injectable()
export class FollowLearned extends Follower {
  constructor(
    @Inject(LearnRarity) rarity: LearnRarity,
    @Inject(LearnRouting) routing: LearnRouting,
    @Inject(LOGGER) logger: LoggerService,
  ) {
    const followed = [
      { memory: rarity, failure: 'learned rarity could not be read' },
      { memory: routing, failure: 'learned routing could not be read' },
    ];
    super(30_000, followed, logger);
  }
}
