import type { LoggerService } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { RING_OPTIONS } from './bullmq-doorbell.js';
import type { QueueName } from './job-contracts.js';
import { JOBS, jobNames } from './job-contracts.js';

/** How soon the ticks are back after a Redis that came back empty. */
const LOOK_EVERY_MS = 3_000;

/** Keeps the jobs that ring by themselves on their schedules, and puts them back when the queue has forgotten them. */
export class KeepSchedules {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly queues: ReadonlyMap<QueueName, Queue>,
    private readonly logger: LoggerService,
  ) {}

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    for (const name of jobNames) {
      const { queue, everyMs } = JOBS[name];
      const target = this.queues.get(queue);
      if (everyMs === undefined || !target) continue;
      try {
        if (await target.getJobScheduler(name)) continue;
        await target.upsertJobScheduler(name, { every: everyMs }, { name, data: { v: 1 }, opts: RING_OPTIONS });
      } catch (thrown) {
        this.logger.warn({ job: name, message: thrown instanceof Error ? thrown.message : String(thrown) }, 'not scheduled yet');
      }
    }
  }
}
