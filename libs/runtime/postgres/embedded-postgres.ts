import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HubError, OperatorError, TransientError } from '#domain/errors.js';
import { freePort } from '#runtime/free-port.js';
import { isSameProcess, processIdentity } from '#runtime/process-identity.js';
import { Cluster, SUPERUSER } from './cluster.js';
import { acceptsConnections, assertReadsChinese } from './server-check.js';

export interface EmbeddedPostgresOptions {
  /** The folder of this cluster alone, made when absent. */
  readonly dir: string;
  /** PostgreSQL settings over the defaults below, used when this call starts the server. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Port when this call starts the server; absent or 0: any free one. */
  readonly port?: number;
}

export interface EmbeddedPostgres {
  /** Superuser's address of the database `postgres`; holds the secret, so it never goes to a log. */
  readonly url: string;
  readonly port: number;
  /** Where the cluster lies: the wanted folder, or one below /var/lib when root's is closed to the user postgres. */
  readonly dir: string;
  /** The server ran already: another hub's, or left behind by one that was killed. */
  readonly adopted: boolean;
  /** This process must stop the server; false while the process that started it lives. */
  readonly owner: boolean;
  /** Stops the server when we own it, else does nothing. May be called twice. */
  stop(): Promise<void>;
}

const DEFAULT_SETTINGS = {
  max_connections: '200',
  shared_buffers: '256MB',
  // Rare checkpoints: each makes the next change of every page write the whole page.
  checkpoint_timeout: '15min',
  max_wal_size: '2GB',
  max_locks_per_transaction: '256',
  timezone: 'UTC',
};
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** Starts PostgreSQL on its own folder and free port, or adopts the one that already serves that folder. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dir = resolve(options.dir);
  try {
    const cluster = await Cluster.open(dir);
    const adopted = await startOrAdopt(cluster, { ...DEFAULT_SETTINGS, ...options.settings }, options.port);
    const port = cluster.running()?.port ?? 0;
    const url = urlOf(cluster, port);
    await assertReadsChinese(url);
    const ownership = claimOwnership(join(cluster.dir, 'owner'), adopted);
    return { url, port, dir: cluster.dir, adopted, owner: ownership.held, stop: () => stopOnce(cluster, ownership) };
  } catch (error) {
    throw explained(error, dir);
  }
}

/** Tries until the server answers: a crashed one may need a while to recover, and another starter may win the race. */
async function startOrAdopt(cluster: Cluster, settings: Readonly<Record<string, string>>, port = 0): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  let failure: unknown;
  while (Date.now() < deadline) {
    const running = cluster.running();
    if (running && (await acceptsConnections(urlOf(cluster, running.port)))) return true;
    if (!running) {
      try {
        await cluster.start(port === 0 ? await freePort() : port, settings);
        return false;
      } catch (error) {
        failure = error;
      }
    }
    await delay(PAUSE_MS);
  }
  throw new TransientError('DATABASE_UNREACHABLE', `Embedded PostgreSQL does not start: ${cluster.lastWords()}`, {
    cause: failure,
    details: { log: cluster.logFile },
  });
}

function urlOf(cluster: Cluster, port: number): string {
  return `postgres://${SUPERUSER}:${cluster.secret}@127.0.0.1:${port}/postgres`;
}

interface Ownership {
  readonly file: string;
  held: boolean;
}

/** An orphan, whose process was killed, gets a new owner. */
function claimOwnership(file: string, adopted: boolean): Ownership {
  if (adopted && isSameProcess(readText(file))) return { file, held: false };
  writeFileSync(file, processIdentity(process.pid) ?? '');
  return { file, held: true };
}

async function stopOnce(cluster: Cluster, ownership: Ownership): Promise<void> {
  if (!ownership.held) return;
  ownership.held = false;
  await cluster.stop();
  rmSync(ownership.file, { force: true });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function explained(error: unknown, dir: string): HubError {
  if (error instanceof HubError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const hint =
    code === 'EACCES' || code === 'EPERM'
      ? `The folder ${dir} belongs to another user. Run the hub as that user, or choose another data directory.`
      : `Embedded PostgreSQL cannot use ${dir}: ${error instanceof Error ? error.message : String(error)}`;
  return new OperatorError('CONFIG_INVALID', hint, { cause: error, details: { dir } });
}
