import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { TransientError } from '#domain/errors.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** Tries until it works, as long as waiting can help; says so once, not every time. */
export async function insist<T>(work: () => Promise<T>, logger: LoggerService): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof TransientError)) throw thrown;
      if (wait === FIRST_WAIT_MS)
        logger.warn({ code: thrown.code, reason: thrown.message }, 'not reachable yet; tried again until it is');
      await pause(wait);
    }
  }
}
