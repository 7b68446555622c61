import type { LoggerService } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { JobHost, Processor, workerOptions } from '#jobs/job-host.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { LearnRouting } from '#pipeline/learn-routing.js';
import { Sweep } from '#pipeline/sweep.js';
import { LOGGER } from '#runtime/logger.js';
import { EveryClock } from './every-clock.js';
import { SlowRounds } from './slow-rounds.js';

/** Keeps things moving: rings for what waits, lets clocks ring, closes what is over. */
@Processor('upkeep', workerOptions('upkeep'))
export class UpkeepProcessor extends JobHost<'upkeep'> {
  constructor(
    @Inject(Sweep) sweep: Sweep,
    @Inject(EveryClock) clocks: EveryClock,
    @Inject(LearnRarity) rarity: LearnRarity,
    @Inject(LearnRouting) routing: LearnRouting,
    @Inject(SlowRounds) rounds: SlowRounds,
    @Inject(LOGGER) logger: LoggerService,
  ) {
    super(
      'upkeep',
      {
        sweep: () => sweep.sweep(),
        'watch-clocks': () => clocks.watch(),
        'learn-rarity': () => rarity.learnWhenDue(),
        'learn-routing': () => routing.learnWhenDue(),
        'watch-hot': () => rounds.watchHot(),
        'forget-citizens': () => rounds.forgetCitizens(),
      },
      logger,
    );
  }
}
