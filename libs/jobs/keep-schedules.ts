import type { Queue } from 'bullmq';
import { RING_OPTIONS } from './bullmq-doorbell.js';
import type { QueueName } from './job-contracts.js';
import { JOBS, jobNames } from './job-contracts.js';
import type { QueueVoice } from './queue-voice.js';

/** How soon the ticks are back after a Redis that came back empty. */
const LOOK_EVERY_MS = 3_000;

/** Keeps the jobs that ring by themselves on their schedules, and puts them back when the queue has forgotten them. */
export class KeepSchedules {
  private timer: NodeJS.Timeout | undefined;
  private isLooking = false;

  constructor(
    private readonly queues: ReadonlyMap<QueueName, Queue>,
    private readonly voice: QueueVoice,
  ) {}

  /** Looks now and from now on. Nobody waits for a look: with the queue away it ends when the queue is back. */
  start(): void {
    this.lookOnce();
    this.timer = setInterval(() => this.lookOnce(), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private lookOnce(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    void this.look().finally(() => (this.isLooking = false));
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
        this.voice.away(thrown instanceof Error ? thrown.message : String(thrown));
      }
    }
  }
}
