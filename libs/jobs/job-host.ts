import { setMaxListeners } from 'node:events';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { BeforeApplicationShutdown, LoggerService } from '@nestjs/common';
import type { Job, WorkerOptions } from 'bullmq';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Defect, OperatorError, toHubError } from '#domain/errors.js';
import type { JobName, JobsOf, PayloadOf, QueueName } from './job-contracts.js';
import { CONCURRENCY, JOBS, jobNames } from './job-contracts.js';

/** Names the queue a processor works; from here, so that only this library knows BullMQ. */
export { Processor };

/** What works the jobs of one queue: exactly one function a job, held to the contract by the compiler and again at start. */
export type JobHandlers<Queue extends QueueName> = {
  readonly [Name in JobsOf<Queue>]: (payload: PayloadOf<Name>, signal: AbortSignal) => Promise<unknown>;
};

/**
 * Options of a queue's worker. A worker that was killed holds its jobs for `lockDuration`; handlers are idempotent, so a short
 * lock costs at most a repeated look at the rows.
 */
export const workerOptions = (queue: QueueName): Omit<WorkerOptions, 'connection'> => ({
  concurrency: CONCURRENCY[queue],
  lockDuration: 10_000,
  stalledInterval: 3_000,
  maxStalledCount: 1_000,
});

/** Base of the processors: decode, work, one line for what went wrong. The rows say what is left; the sweep rings again. */
export abstract class JobHost<Queue extends QueueName> extends WorkerHost implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  protected constructor(
    queue: Queue,
    private readonly handlers: JobHandlers<Queue>,
    private readonly logger: LoggerService,
  ) {
    super();
    // Every request in flight listens for the end; Node takes more than ten for a leak.
    setMaxListeners(0, this.stopping.signal);
    const owed = jobNames.filter((name) => JOBS[name].queue === queue).sort();
    const wired = Object.keys(handlers).sort();
    if (owed.join() !== wired.join()) {
      throw new Defect('JOB_UNKNOWN', `queue ${queue} has the jobs [${owed.join()}], its handlers are [${wired.join()}]`);
    }
  }

  async process(job: Job): Promise<void> {
    const work = this.handlers[job.name as JobsOf<Queue>] as
      ((payload: unknown, signal: AbortSignal) => Promise<unknown>) | undefined;
    if (!work) throw new Defect('JOB_UNKNOWN', `no contract names the job ${job.name}`);
    const payload = decode(job.name as JobName, job.data);
    try {
      await work(payload, this.stopping.signal);
    } catch (thrown) {
      if (this.stopping.signal.aborted) return;
      this.note(job, toHubError(thrown));
    }
  }

  @OnWorkerEvent('error')
  onWorkerError(error: Error): void {
    this.logger.debug?.({ message: error.message }, 'the worker heard from its queue');
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  private note(job: Job, error: ReturnType<typeof toHubError>): void {
    const line = { job: job.name, data: job.data as unknown, code: error.code, message: error.message };
    if (error instanceof Defect) throw error;
    this.logger.warn(line, error instanceof OperatorError ? 'a person must act' : 'tried again later');
  }
}

function decode(name: JobName, data: unknown): unknown {
  const payload: object = plainToInstance<object, unknown>(JOBS[name].payload, data);
  const faults = validateSync(payload, { whitelist: true, forbidUnknownValues: true });
  if (faults.length > 0) throw new Defect('JOB_UNKNOWN', `job ${name} carries a payload no contract knows`);
  return payload;
}
