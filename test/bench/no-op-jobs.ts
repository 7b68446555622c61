import { Queue, Worker } from 'bullmq';
import { chooseBackends, prepareQueues, queueConnection } from '#jobs/queue-connection.js';

const JOBS = 3_000;
/** The optimum on two cores, as measured; more does not help. */
const CONCURRENCY = 16;

/** How many jobs that do nothing BullMQ works a second on this PostgreSQL. */
export async function noOpJobsPerSecond(databaseUrl: string): Promise<number> {
  chooseBackends();
  await prepareQueues({ databaseUrl, namespace: 'bench' });
  const connection = queueConnection({ databaseUrl, namespace: 'bench' });
  const queue = new Queue('no-op', { connection });
  await queue.addBulk(
    Array.from({ length: JOBS }, (_, index) => ({ name: 'no-op', data: { index }, opts: { removeOnComplete: true } })),
  );
  let done = 0;
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const worker = new Worker(
      'no-op',
      async () => {
        done += 1;
        if (done === JOBS) setImmediate(() => void worker.close().then(() => resolve()));
      },
      { connection, concurrency: CONCURRENCY },
    );
    worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
  });
  const perSecond = (1000 * JOBS) / (performance.now() - began);
  await queue.close();
  return perSecond;
}
