import { setTimeout as sleep } from 'node:timers/promises';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import type { Ring } from '#domain/ports/doorbell.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import type { JobName, PayloadOf, QueueName } from './job-contracts.js';
import { JOBS } from './job-contracts.js';
import type { QueueVoice } from './queue-voice.js';

/** Job options of every ring. History is in our own tables, so jobs leave no trace (and counting them is slow on PostgreSQL). */
export const RING_OPTIONS: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400 } };

const ANSWER_WITHIN_MS = 2_000;

/** Rings through BullMQ. A queue that does not answer costs nothing but time: the sweep rings again. */
export class BullMqDoorbell extends Doorbell implements BeforeApplicationShutdown {
  private isSilent = false;
  private silence: () => void = () => undefined;
  private readonly silenced = new Promise<void>((resolve) => (this.silence = resolve));

  constructor(
    private readonly queues: ReadonlyMap<QueueName, Queue>,
    private readonly voice: QueueVoice,
  ) {
    super();
  }

  async ring(rings: readonly Ring[]): Promise<void> {
    const byQueue = groupByQueue(rings);
    for (const [name, some] of byQueue) await this.ringQueue(name, some);
  }

  async answers(): Promise<boolean> {
    const [queue] = this.queues.values();
    const looked = queue.getJobCounts('waiting').then(
      () => true,
      () => false,
    );
    const late = new AbortController();
    const lateness = sleep(ANSWER_WITHIN_MS, false, { signal: late.signal }).catch(() => false);
    const answered = await Promise.race([looked, lateness]);
    late.abort();
    return answered;
  }

  /** A queue that is being closed never answers: nobody waits for a ring any more, the sweep of the next start rings. */
  beforeApplicationShutdown(): void {
    this.isSilent = true;
    this.silence();
  }

  private async ringQueue(name: QueueName, rings: readonly Ring[]): Promise<void> {
    if (this.isSilent) return;
    const rung = this.queues
      .get(name)
      ?.addBulk(rings.map(toJob))
      .then(
        () => this.voice.answered(),
        (error: Error) => this.voice.away(error.message),
      );
    await Promise.race([rung, this.silenced]);
  }
}

const queueOf = ({ job }: Ring): QueueName => JOBS[job].queue;

function groupByQueue(rings: readonly Ring[]): Map<QueueName, Ring[]> {
  const groups = new Map<QueueName, Ring[]>();
  for (const ring of rings) groups.set(queueOf(ring), [...(groups.get(queueOf(ring)) ?? []), ring]);
  return groups;
}

function toJob({ job, ...names }: Ring): { name: JobName; data: object; opts: JobsOptions } {
  const data = { v: 1 as const, ...names };
  const word = JOBS[job].foldBy(data as PayloadOf<JobName> as never);
  return { name: job, data, opts: { ...RING_OPTIONS, deduplication: { id: `${job}-${word}`, keepLastIfActive: true } } };
}
