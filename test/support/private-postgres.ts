import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import { freePort } from '#runtime/free-port.js';
import type { EmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import type { TestDatabase } from './database.js';
import { until } from './until.js';

/** A PostgreSQL of a test's own, durable as in production, that can be killed and come back on its port. */
export class PrivatePostgres {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<PrivatePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'huiliu-postgres-'));
    // Root's temporary folder is closed; PostgreSQL runs as another user and must pass through it.
    chmodSync(folder, 0o711);
    const port = await freePort();
    return new PrivatePostgres(folder, port, await startEmbeddedPostgres({ dir: join(folder, 'postgres'), port }));
  }

  /** A migrated database on this server; it goes with the server. */
  async database(): Promise<TestDatabase> {
    const url = await createDatabase(this.server.url, 'town');
    const source = createDataSource({ url, poolSize: 2 });
    await openDatabase(source);
    await source.destroy();
    return { url, name: 'town', drop: () => Promise.resolve() };
  }

  /** The whole server dies at once, as when the machine loses power. */
  async kill(): Promise<void> {
    const pid = Number(readFileSync(join(this.server.dir, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid), 10_000, 'the postmaster dying');
  }

  async startAgain(): Promise<void> {
    this.server = await startEmbeddedPostgres({ dir: join(this.folder, 'postgres'), port: this.port });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
