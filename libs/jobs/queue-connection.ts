import type { ConnectionOptions } from 'bullmq';
import { createPostgresBackend, createRedisBackend, runMigrations, setDefaultBackendFactory } from 'bullmq';
import pg from 'pg';

/** Where the doorbells hang. `namespace` keeps hubs on one Redis apart. */
export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly namespace: string;
}

/** Pool of one queue object; each holds one connection more to listen on. */
const CONNECTIONS_A_QUEUE = 3;

/**
 * Lets each queue pick its backend by its connection: a connection string means PostgreSQL. BullMQ's factory is one a
 * process, while one process (a test run) may hold both kinds.
 */
export function chooseBackends(): void {
  setDefaultBackendFactory((name, options, flags) =>
    'connectionString' in ((options.connection ?? {}) as object)
      ? createPostgresBackend(name, options as never, flags)
      : createRedisBackend(name, options as never, flags),
  );
}

/** What BullMQ's objects are given to connect with. */
export function queueConnection({ databaseUrl, redisUrl }: QueueSettings): ConnectionOptions {
  if (redisUrl === undefined) return { connectionString: databaseUrl, max: CONNECTIONS_A_QUEUE } as unknown as ConnectionOptions;
  // Workers must wait for a Redis that is away for as long as it takes; ioredis gives up after 20 tries otherwise.
  return { url: redisUrl, maxRetriesPerRequest: null } as ConnectionOptions;
}

/** Makes or updates BullMQ's own tables; safe for any number of starters at once. Redis needs none. */
export async function prepareQueues({ databaseUrl, redisUrl }: QueueSettings): Promise<void> {
  if (redisUrl !== undefined) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client as never);
  } finally {
    await client.end();
  }
}
