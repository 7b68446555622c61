import type { Dispatcher } from 'undici';
import { OperatorError, TransientError } from '#domain/errors.js';
import { decodeText } from '../formats/decode-text.js';
import { BodyTooLarge, UnknownPacking, readBody } from './read-body.js';

/** The error for a body that cannot be read to its end. */
export const brokenBody = (platform: string, what: string): TransientError =>
  new TransientError('PLATFORM_BODY_BROKEN', `${platform} sent a broken body: ${what}`);

/** An answer's body as text, unpacked and whole. */
export async function readText(
  { body, headers }: Dispatcher.ResponseData,
  platform: string,
  maxBodyMegabytes: number,
): Promise<string> {
  const encoding = [headers['content-encoding'] ?? []].flat().join();
  try {
    const text = decodeText(await readBody(body, encoding, maxBodyMegabytes * 1024 * 1024), 'utf-8');
    if (text === undefined) throw brokenBody(platform, 'bytes that are no UTF-8');
    return text;
  } catch (thrown) {
    if (thrown instanceof UnknownPacking) throw brokenBody(platform, `packed as ${encoding}, which was not asked for`);
    if (!(thrown instanceof BodyTooLarge)) throw thrown;
    const message = `${platform} sent more than ${maxBodyMegabytes} MB at once: lower pageSize or raise maxBodyMegabytes`;
    throw new OperatorError('PLATFORM_BODY_BROKEN', message);
  }
}
