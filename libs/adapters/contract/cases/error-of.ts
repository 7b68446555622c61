import { HubError } from '#domain/errors.js';

/** The hub's error that some work ends in; anything else fails the case. */
export async function errorOf(work: Promise<unknown>): Promise<HubError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof HubError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
