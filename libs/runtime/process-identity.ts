import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of that number runs, ours or not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The process number with the moment it started. A number alone is not enough: a restarted container hands the same
 * small numbers out again. Undefined when no such process runs.
 */
export function processIdentity(pid: number): string | undefined {
  return isAlive(pid) ? `${pid} ${startMark(pid)}` : undefined;
}

/** Whether the process that wrote this identity still runs. */
export function isSameProcess(identity: string): boolean {
  return processIdentity(Number(identity.split(' ', 1)[0])) === identity;
}

/** The program's short name, as the operating system tells it; empty when it does not. */
export function commandName(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'comm').trim();
  const path = ask('ps', ['-o', 'comm=', '-p', String(pid)]);
  return path.split('/').pop() ?? '';
}

function startMark(pid: number): string {
  if (process.platform !== 'linux') return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
  // The second field holds the program's name in brackets and may contain blanks, so count from the last bracket.
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function ask(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
