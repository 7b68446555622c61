import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '#domain/errors.js';
import { isAlive } from '#runtime/process-identity.js';
import { NativeBinaries } from './native-binaries.js';
import { findPostmaster, type RunningPostmaster } from './postmaster.js';
import { SystemAccount } from './system-account.js';

export const SUPERUSER = 'huiliu';

// macOS knows no C.UTF-8; what matters is that the C library calls Chinese characters letters, or pg_trgm sees none.
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
const START_LIMIT_SECONDS = 60;
const LONGEST_SOCKET_FOLDER = 80;

/** One PostgreSQL data folder with its secret and the programs that serve it. */
export class Cluster {
  private constructor(
    readonly dir: string,
    private readonly account: SystemAccount,
    private readonly binaries: NativeBinaries,
  ) {}

  static async open(wantedDir: string): Promise<Cluster> {
    const account = SystemAccount.choose();
    const dir = reachableFolder(wantedDir, account);
    const cluster = new Cluster(dir, account, NativeBinaries.locate(dir, account));
    await cluster.initialise();
    return cluster;
  }

  get logFile(): string {
    return join(this.dir, 'postgres.log');
  }

  get secret(): string {
    return readFileSync(join(this.dataDir, 'huiliu-secret'), 'utf8').trim();
  }

  running(): RunningPostmaster | undefined {
    return findPostmaster(this.dataDir);
  }

  async start(port: number, settings: Readonly<Record<string, string>>): Promise<void> {
    const all = { ...settings, listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: this.socketDir };
    const options = Object.entries(all).map(([name, value]) => `-c ${name}=${shellQuoted(value)}`);
    await this.control('start', '-w', '-t', String(START_LIMIT_SECONDS), '-l', this.logFile, '-o', options.join(' '));
  }

  async stop(): Promise<void> {
    if (this.running()) await this.control('stop', '-w', '-m', 'fast');
  }

  /** The last lines PostgreSQL wrote, for an error message. */
  lastWords(): string {
    if (!existsSync(this.logFile)) return '';
    return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-3).join(' | ');
  }

  private get dataDir(): string {
    return join(this.dir, 'pgdata');
  }

  /** A socket path has room for about a hundred bytes; everything here speaks TCP anyway. */
  private get socketDir(): string {
    return Buffer.byteLength(this.dir) > LONGEST_SOCKET_FOLDER || this.dir.includes(',') ? '' : this.dir;
  }

  private control(verb: 'start' | 'stop', ...args: string[]): Promise<unknown> {
    return this.account.run(this.binaries.path('pg_ctl'), [verb, '-D', this.dataDir, ...args]);
  }

  /** A cluster appears complete, secret included, by one rename: an interrupted or second initialisation leaves no trace. */
  private async initialise(): Promise<void> {
    this.removeUnfinished();
    if (existsSync(this.dataDir)) return;
    const unfinished = `${this.dataDir}.${process.pid}`;
    const secretFile = join(this.dir, `secret.${process.pid}`);
    writeFileSync(secretFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
    this.account.own(secretFile);
    try {
      await this.account.run(this.binaries.path('initdb'), initdbArguments(unfinished, secretFile));
      renameSync(secretFile, join(unfinished, 'huiliu-secret'));
      renameSync(unfinished, this.dataDir);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      rmSync(secretFile, { force: true });
      if (!existsSync(this.dataDir)) throw error;
    }
  }

  private removeUnfinished(): void {
    for (const name of readdirSync(this.dir)) {
      const pid = /^(?:pgdata|secret|pgbin)\.(\d+)$/.exec(name)?.[1];
      if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
        rmSync(join(this.dir, name), { recursive: true, force: true });
      }
    }
  }
}

function initdbArguments(dataDir: string, secretFile: string): string[] {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${LOCALE}`];
  const access = ['-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${secretFile}`];
  return ['-D', dataDir, ...access, ...locale, '--lc-messages=C', '--no-instructions'];
}

/**
 * Root's clone often lies below a closed folder such as /root, where the user postgres cannot go. Its cluster then
 * lives below /var/lib, under a name that follows from the wanted folder, so that the next start finds it again.
 */
function reachableFolder(wanted: string, account: SystemAccount): string {
  const digest = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  for (const dir of [wanted, join('/var/lib/huiliu', digest)]) {
    mkdirSync(dirname(dir), { recursive: true });
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    account.own(dir);
    if (!account.isOther || account.can('test', ['-w', dir])) return dir;
  }
  throw new OperatorError('CONFIG_INVALID', `The user postgres can reach neither ${wanted} nor /var/lib/huiliu.`);
}

function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
