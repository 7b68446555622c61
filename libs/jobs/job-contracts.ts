import { PlatformPayload, TargetPayload, TickPayload } from './payloads.js';

/** Queues by the role that works them. */
export const QUEUES = ['sync', 'cases', 'deliveries', 'answers', 'upkeep'] as const;
export type QueueName = (typeof QUEUES)[number];

interface JobContract<Queue extends QueueName, Payload> {
  readonly queue: Queue;
  readonly payload: new () => Payload;
  /** Rings with the same word fold into one while it waits, and into one more while it is worked. */
  readonly foldBy: (payload: Payload) => string;
  /** Set for jobs that ring by themselves. */
  readonly everyMs?: number;
}

const contract = <Queue extends QueueName, Payload>(row: JobContract<Queue, Payload>): JobContract<Queue, Payload> => row;

/**
 * Every job of the hub. A job stands for a batch or a target, never for one item, and carries names only: PostgreSQL holds the
 * truth, so a job has no attempts of its own. What fails is rung for again by `sweep`.
 */
export const JOBS = {
  'pull-platform': contract({ queue: 'sync', payload: PlatformPayload, foldBy: ({ platform }) => platform }),
  'reconcile-platform': contract({ queue: 'sync', payload: PlatformPayload, foldBy: ({ platform }) => platform }),
  'ingest-batch': contract({ queue: 'cases', payload: PlatformPayload, foldBy: ({ platform }) => platform }),
  'deliver-webhooks': contract({ queue: 'deliveries', payload: TargetPayload, foldBy: ({ target }) => target }),
  'write-back': contract({ queue: 'answers', payload: TargetPayload, foldBy: ({ target }) => target }),
  sweep: contract({ queue: 'upkeep', payload: TickPayload, foldBy: () => 'tick', everyMs: 1000 }),
  'learn-rarity': contract({ queue: 'upkeep', payload: TickPayload, foldBy: () => 'tick', everyMs: 60_000 }),
  'learn-routing': contract({ queue: 'upkeep', payload: TickPayload, foldBy: () => 'tick', everyMs: 60_000 }),
  'watch-clocks': contract({ queue: 'upkeep', payload: TickPayload, foldBy: () => 'tick', everyMs: 1000 }),
  'watch-hot': contract({ queue: 'upkeep', payload: TickPayload, foldBy: () => 'tick', everyMs: 300_000 }),
  'forget-citizens': contract({ queue: 'upkeep', payload: TickPayload, foldBy: () => 'tick', everyMs: 86_400_000 }),
} as const;

export type JobName = keyof typeof JOBS;
export type PayloadOf<Name extends JobName> = InstanceType<(typeof JOBS)[Name]['payload']>;
/** The jobs of one queue. */
export type JobsOf<Queue extends QueueName> = {
  [Name in JobName]: (typeof JOBS)[Name]['queue'] extends Queue ? Name : never;
}[JobName];

export const jobNames = Object.keys(JOBS) as JobName[];

/**
 * Workers by queue: sync and delivery wait for others' servers, cases and upkeep for our own. A department that hangs keeps its job
 * until its breaker opens, so there are more places than departments.
 */
export const CONCURRENCY: Readonly<Record<QueueName, number>> = { sync: 8, cases: 4, deliveries: 256, answers: 8, upkeep: 2 };
