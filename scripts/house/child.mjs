import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';

/** Runs a program to its end, passing our signals on; answers its exit code, 128 + n after a signal. */
export function runChild(program, args, { stdio = 'inherit', env = process.env, started = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio, env });
    const forward = (signal) => child.kill(signal);
    const settle = (done) => (value, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      done(signal ? 128 + constants.signals[signal] : value);
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.once('error', settle(reject)).once('exit', settle(resolve));
    if (child.pid) started(child.pid);
  });
}

/** The same, with everything it prints kept instead of shown. */
export async function captureChild(program, args) {
  const chunks = [];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject).once('close', (exit) => resolve(exit ?? 1));
  });
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}
