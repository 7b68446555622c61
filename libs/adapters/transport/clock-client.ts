import { DateTime } from 'luxon';
import { request } from 'undici';
import { connectionsOf } from './connections.js';
import type { HttpSettings } from './http-settings.js';

/** What the platform's clock says, from the `Date` of any answer of its server, good or bad; undefined when it names none. */
export async function platformTime(settings: HttpSettings, signal: AbortSignal): Promise<Date | undefined> {
  const connections = connectionsOf(settings);
  try {
    const answer = await request(settings.baseUrl, { method: 'HEAD', dispatcher: connections, signal });
    await answer.body.dump();
    const { date } = answer.headers;
    const read = DateTime.fromHTTP(String(date));
    return read.isValid ? read.toJSDate() : undefined;
  } catch {
    return undefined; // whether the platform can be reached at all is asked by its adapter
  } finally {
    await connections.close();
  }
}
