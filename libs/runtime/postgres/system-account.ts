import { execFile, execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { promisify } from 'node:util';
import { OperatorError } from '#domain/errors.js';

const run = promisify(execFile);
const ACCOUNT = 'postgres';

/** Whom PostgreSQL runs as: ourselves (no numbers), or the user `postgres` when we are root, whom PostgreSQL refuses. */
export class SystemAccount {
  private constructor(
    readonly uid?: number,
    readonly gid?: number,
  ) {}

  static choose(): SystemAccount {
    if (process.getuid?.() !== 0) return new SystemAccount();
    if (numberOf('-u') === undefined) createAccount();
    return new SystemAccount(numberOf('-u'), numberOf('-g'));
  }

  /** True when PostgreSQL runs as somebody else than this process. */
  get isOther(): boolean {
    return this.uid !== undefined;
  }

  /** Runs a program of PostgreSQL with a bare environment, so that no locale or PG* variable of the caller matters. */
  run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
    return run(program, [...args], { ...this.spawnOptions(), encoding: 'utf8' });
  }

  /** Whether the account can run this program; says nothing about why not. */
  can(program: string, args: readonly string[]): boolean {
    try {
      execFileSync(program, [...args], { ...this.spawnOptions(), stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  own(path: string): void {
    if (this.uid !== undefined && this.gid !== undefined) chownSync(path, this.uid, this.gid);
  }

  private spawnOptions(): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
    const who = this.uid === undefined ? {} : { uid: this.uid, gid: this.gid };
    return { ...who, cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' } };
  }
}

function numberOf(flag: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [flag, ACCOUNT], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
  } catch {
    return undefined;
  }
}

function createAccount(): void {
  try {
    execFileSync('groupadd', ['-f', '--system', ACCOUNT], { stdio: 'pipe' });
    execFileSync('useradd', ['--system', '-g', ACCOUNT, '-M', '-s', '/usr/sbin/nologin', ACCOUNT], { stdio: 'pipe' });
  } catch (cause) {
    // Two first starts at once: the other one made it.
    if (numberOf('-u') !== undefined) return;
    throw new OperatorError(
      'CONFIG_INVALID',
      'PostgreSQL does not run as root and the user "postgres" cannot be made here. Create it, run the hub as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  }
}
