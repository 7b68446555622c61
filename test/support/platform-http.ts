import { plainToInstance } from 'class-transformer';
import { HttpSettings } from '#adapters/transport/http-settings.js';
import { PlatformHttp } from '#adapters/transport/platform-http.js';
import { HubError } from '#domain/errors.js';

/** HTTP to a platform of a spec. */
export const platformHttp = (settings: Readonly<Record<string, unknown>>, now: () => Date = () => new Date()): PlatformHttp =>
  new PlatformHttp(plainToInstance(HttpSettings, settings), { platform: 'P', credential: 'apiKey' }, now);

/** The error that some work ends in. */
export async function errorOf(work: Promise<unknown>): Promise<HubError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof HubError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
