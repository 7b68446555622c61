import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { at, say } from './paths.mjs';

const LOCK = at('dist', '.huiliu-lock');
const PAUSE_MS = 200;

/**
 * One installs and builds at a time. The file names every process that works under the lock, npm included; it counts
 * for nothing once all of them are gone, so a kill -9 leaves no lock behind.
 */
export async function underLock(work) {
  mkdirSync(at('dist'), { recursive: true });
  await acquire();
  const lock = { sharedWith: (pid) => writeFileSync(LOCK, holders(process.pid, pid)) };
  try {
    return await work(lock);
  } finally {
    rmSync(LOCK, { force: true });
  }
}

async function acquire() {
  let told = false;
  for (; !tryAcquire(); await delay(PAUSE_MS)) {
    const text = read(LOCK);
    if (text === undefined) continue;
    if (!isHeld(text)) discard(text);
    else if (!told) say(`waiting for process ${text.split('@')[0]}, which installs or builds here`);
    told = true;
  }
}

function tryAcquire() {
  const mine = `${LOCK}.${process.pid}`;
  writeFileSync(mine, holders(process.pid));
  try {
    // A link appears with its content, unlike a file that is created and then written.
    linkSync(mine, LOCK);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes a dead lock away; had another one replaced it meanwhile, puts that one back. */
function discard(deadText) {
  const aside = `${LOCK}.dead.${process.pid}`;
  try {
    renameSync(LOCK, aside);
    if (read(aside) !== deadText) linkSync(aside, LOCK);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

const holders = (...pids) => pids.map((pid) => `${pid}@${startMark(pid)}`).join(' ');

const isHeld = (text) =>
  text.split(' ').some((holder) => {
    const [pid, mark] = holder.split('@');
    return isAlive(Number(pid)) && startMark(Number(pid)) === mark;
  });

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When the process began, where the system tells: a number alone may belong to another program by now. */
function startMark(pid) {
  const stat = read(`/proc/${pid}/stat`) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
