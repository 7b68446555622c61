import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { KeepSchedules } from '#jobs/keep-schedules.js';
import { CasesProcessor } from './cases.processor.js';
import { EveryClock } from './every-clock.js';
import { FollowLearned } from './follow-learned.js';
import { SlowRounds } from './slow-rounds.js';
import { UpkeepProcessor } from './upkeep.processor.js';

/** The role that makes cases out of records and keeps the clocks. */
@Module({ providers: [CasesProcessor, UpkeepProcessor, EveryClock, SlowRounds, FollowLearned] })
export class PipelineModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(KeepSchedules) private readonly schedules: KeepSchedules) {}

  onApplicationBootstrap(): void {
    this.schedules.start();
  }

  beforeApplicationShutdown(): void {
    this.schedules.stop();
  }
}
