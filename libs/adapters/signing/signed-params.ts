import { createHash } from 'node:crypto';
import { availableHash } from './available-crypto.js';

/**
 * MD5 over parameters as many open platforms want it: sorted by name, empty ones left out, `name=value` joined by `&`, the
 * secret as the last one under the name `key`, in upper-case hex.
 */
export function md5OfParams(params: Readonly<Record<string, string>>, secret: string): string {
  const sorted = Object.entries(params)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = [...sorted, ['key', secret]].map(([name, value]) => `${name}=${value}`).join('&');
  return createHash(availableHash('md5')).update(text).digest('hex').toUpperCase();
}
