import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** Stops what the global setup started and removes its folder. */
export default async function globalTeardown() {
  const { dir, postgres, redis } = globalThis.huiliuTestServers ?? {};
  if (redis && redis.child.exitCode === null) {
    const gone = once(redis.child, 'exit');
    redis.child.kill('SIGTERM');
    await gone;
  }
  await postgres?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
}
