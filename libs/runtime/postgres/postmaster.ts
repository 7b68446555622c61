import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandName, isAlive } from '#runtime/process-identity.js';

export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that runs on this data folder, if any. A pid file whose number now belongs to another program is removed:
 * PostgreSQL itself would refuse to start beside it.
 */
export function findPostmaster(dataDir: string): RunningPostmaster | undefined {
  const pidFile = join(dataDir, 'postmaster.pid');
  const lines = readLines(pidFile);
  const pid = Number(lines[0]);
  if (!isAlive(pid)) return undefined;
  if (!servesFolder(pid, dataDir)) {
    rmSync(pidFile, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]) };
}

function servesFolder(pid: number, dataDir: string): boolean {
  if (!commandName(pid).startsWith('postgres')) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    // No /proc, or not ours to read: the name has to do.
    return true;
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
