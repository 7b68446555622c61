import iconv from 'iconv-lite';

export type Charset = 'utf-8' | 'gbk' | 'gb18030';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as text, or undefined when a byte makes no sense in that charset; never with replacement characters. */
export function decodeText(bytes: Uint8Array, charset: Charset): string | undefined {
  if (charset === 'utf-8') {
    try {
      return utf8.decode(bytes);
    } catch {
      return undefined;
    }
  }
  // iconv-lite knows no strict mode; no Chinese charset writes U+FFFD in the field, so one in the result is a broken byte
  const text = iconv.decode(Buffer.from(bytes), charset);
  return text.includes('\uFFFD') ? undefined : text;
}
