import { decodeText } from '../decode-text.js';
import type { Charset } from '../decode-text.js';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes of a UTF-8 byte order mark at the beginning of a file. */
export const bomLength = (head: Uint8Array): number => (BOM.equals(head.subarray(0, 3)) ? 3 : 0);

/** UTF-8 unless most lines with more than ASCII in them are none: a broken byte spoils its row, not the file. */
export function sniffCharset(head: Uint8Array): Charset {
  if (bomLength(head) > 0) return 'utf-8';
  const lines = Buffer.from(head).toString('latin1').split('\n');
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  // eslint-disable-next-line no-control-regex -- the question is whether a byte is beyond ASCII
  const telling = whole.filter((line) => /[^\u0000-\u007f]/.test(line));
  const good = telling.filter((line) => decodeText(Buffer.from(line, 'latin1'), 'utf-8') !== undefined);
  return good.length * 2 >= telling.length ? 'utf-8' : 'gb18030';
}

/** Delimiters that stand inside no character of a Chinese charset. */
export const DELIMITERS = [',', '\t', ';'] as const;

const TELLING_LINES = 5;

/** The delimiter that the first lines use most. */
export function sniffDelimiter(head: Uint8Array): string {
  const lines = Buffer.from(head).toString('latin1').split('\n', TELLING_LINES).join('\n');
  const counts = DELIMITERS.map((delimiter) => lines.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}
