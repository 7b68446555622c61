import { join } from 'node:path';
import type { HubConfig } from '#config/load-config.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { createDatabase, dropDatabase } from '#storage/databases.js';

/** A database to work in, and how to leave it. */
export interface OpenStorage {
  readonly url: string;
  /** Name of the database: also keeps the queues of several hubs on one Redis apart. */
  readonly name: string;
  /** Drops the database; only for the throw-away ones of `--until-settled`. */
  drop(): Promise<void>;
  /** Stops the embedded server when this process started it. */
  close(): Promise<void>;
}

/** The hub's own database on the embedded server. */
const EMBEDDED_DATABASE = 'huiliu';

/** Opens the database the configuration names, or the embedded one; `throwaway`: a new one of that name on the same server. */
export async function openStorage(config: HubConfig, throwaway?: string): Promise<OpenStorage> {
  const server = await openServer(config);
  const own = config.storage.databaseUrl === undefined ? EMBEDDED_DATABASE : undefined;
  const wanted = throwaway ?? own;
  try {
    const url = wanted === undefined ? server.url : await createDatabase(server.url, wanted);
    const name = new URL(url).pathname.slice(1);
    return { url, name, drop: () => dropDatabase(server.url, name), close: server.stop };
  } catch (thrown) {
    await server.stop();
    throw thrown;
  }
}

async function openServer(config: HubConfig): Promise<{ url: string; stop: () => Promise<void> }> {
  const { databaseUrl } = config.storage;
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ dir: join(config.folders.data, 'postgres'), port: config.storage.embeddedPort });
  return { url: embedded.url, stop: () => embedded.stop() };
}
