import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, looking often; fails with what was last seen once `withinMs` is over. */
export async function until<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 30_000,
  what = 'it',
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${withinMs} ms`);
    await pause(50);
  }
}
