import type { AttemptOutcome } from './delivery.js';

/** Whether an outcome shows that somebody works at the other end: a refused message does, a server error does not. */
export function showsLife(outcome: AttemptOutcome): boolean {
  if (outcome.kind === 'unknown') return false;
  if (outcome.kind !== 'failed') return true;
  return outcome.status !== undefined && outcome.status < 500 && outcome.status !== 429;
}
