import { afterEach, describe, expect, it } from '@jest/globals';
import { Queue, Worker } from 'bullmq';
import { createLogger } from '#runtime/logger.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { until } from '#test/support/until.js';
import { BullMqDoorbell } from './bullmq-doorbell.js';
import { chooseBackends, prepareQueues, queueConnection } from './queue-connection.js';
import { QueueVoice } from './queue-voice.js';

describe.each(queueBackends())('the doorbell on $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let queue: Queue;
  let worker: Worker;
  afterEach(async () => {
    await worker.close();
    await queue.close();
    await database.drop();
  });

  it('folds the rings of a worker that is at work into one more round', async () => {
    database = await freshDatabase();
    const settings = { databaseUrl: database.url, redisUrl, namespace: database.name };
    chooseBackends();
    await prepareQueues(settings);
    const shared = { connection: queueConnection(settings), prefix: settings.namespace };
    queue = new Queue('cases', shared);
    let started = 0;
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const worked: unknown[] = [];
    worker = new Worker(
      'cases',
      async (job) => {
        started += 1;
        await gate;
        worked.push(job.data);
      },
      shared,
    );
    const doorbell = new BullMqDoorbell(new Map([['cases', queue]]), new QueueVoice(createLogger('silent')));
    const ring = () => doorbell.ring([{ job: 'ingest-batch', platform: 'hotline' }]);

    await ring();
    await until(() => started === 1);
    for (let times = 0; times < 5; times += 1) await ring();
    letGo();
    await until(() => worked.length === 2);
    await ring();
    await until(() => worked.length === 3);

    expect(worked).toEqual(Array(3).fill({ v: 1, platform: 'hotline' }));
    expect(await doorbell.answers()).toBe(true);
    expect(await queue.getJobCounts('waiting', 'active', 'delayed')).toEqual({ waiting: 0, active: 0, delayed: 0 });
  });
});
