import { setTimeout as pause } from 'node:timers/promises';

/** How much slower than usual a busy machine may be before a wait is given up. */
const PATIENCE = 3;

/** Waits for a condition, looking often; fails once `withinMs`, as on a quiet machine, is long over. */
export async function until<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 30_000,
  what = 'it',
): Promise<T> {
  const deadline = Date.now() + withinMs * PATIENCE;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${withinMs} ms`);
    await pause(50);
  }
}
