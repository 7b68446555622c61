import { randomUUID } from 'node:crypto';
import { parseJson } from '../formats/parse-json.js';
import { signatureOf } from '../signing/signature.js';
import { decryptBody, encryptBody } from '../signing/sm4-body.js';
import type { EjiaRestSettings } from './config.js';

type Dialect = Pick<EjiaRestSettings, 'appSecret' | 'signature' | 'signatureEncoding' | 'bodyCipher' | 'bodyKey'>;

/** A body as this platform wants it: JSON, or JSON under SM4 as the one field `encrypted`. */
export function writeBody({ bodyCipher, bodyKey }: Dialect, value: object): string {
  const text = JSON.stringify(value);
  return bodyCipher && bodyKey ? JSON.stringify({ encrypted: encryptBody(bodyCipher, bodyKey, text) }) : text;
}

/** What `data` of an answer says; undefined when it is encrypted under another key. */
export function readData({ bodyCipher, bodyKey }: Dialect, data: unknown): unknown {
  if (!bodyCipher || !bodyKey || typeof data !== 'string') return data;
  const bytes = decryptBody(bodyCipher, bodyKey, data);
  return bytes && parseJson(Buffer.from(bytes).toString('utf8'))?.value;
}

/** Headers that sign a request; none when the platform wants none. */
export function signedHeaders(dialect: Dialect, body: string, now: Date): Readonly<Record<string, string>> {
  const { signature, signatureEncoding, appSecret } = dialect;
  if (!signature) return {};
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomUUID();
  const digest = signatureOf(signature, appSecret, timestamp, nonce, body);
  return { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': digest.toString(signatureEncoding) };
}
