import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText } from '../formats/decode-text.js';
import type { TableCharset } from './charset.js';
import { hasMore } from './table-row.js';
import type { CutRow } from './table-row.js';

export interface CsvShape {
  readonly charset: TableCharset;
  readonly delimiter: string;
  /** Where the first row begins, behind a byte order mark. */
  readonly start: number;
  /** Row of the column names; rows behind it must be as wide. */
  readonly headerRow: number;
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly bytes: number };
}

const MOST_BYTES_OF_A_ROW = 1024 * 1024;
const CHUNK = 64 * 1024;

/**
 * No Chinese charset uses the bytes of delimiter, quote and line end inside a character, so rows and cells can be cut as
 * bytes (latin1 is bytes) and each cell decoded alone: one broken byte spoils one row, never the file.
 */
const CUTTING = {
  encoding: 'latin1',
  info: true,
  raw: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: MOST_BYTES_OF_A_ROW,
} as const;

const LINE_ENDS = /^[\r\n]+|[\r\n]+$/g;
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The rows of a CSV file. A quote that never closes costs its own line: the reading goes on behind it. */
export async function* readCsv(path: string, shape: CsvShape): AsyncGenerator<CutRow> {
  const place: Place = { number: 0, width: undefined, offset: shape.start };
  while (yield* cutFrom(path, shape, place)) {
    const line = await lineAt(path, place.offset);
    place.offset = line.next;
    place.number += 1;
    yield { number: place.number, cells: [], raw: () => line.bytes, fault: '引号未闭合' };
  }
}

interface Place {
  /** Last row read. */
  number: number;
  /** Columns of the header, once it is known. */
  width: number | undefined;
  /** Where the next row begins. */
  offset: number;
}

/** Rows up to the end, or up to a line that swallows those behind it; answers whether there is such a line. */
async function* cutFrom(path: string, shape: CsvShape, place: Place): AsyncGenerator<CutRow, boolean> {
  const parser = parse({ ...CUTTING, delimiter: shape.delimiter });
  const from = place.offset;
  const stream = createReadStream(path, { start: from });
  pipeline(stream, parser, () => undefined); // an error comes out of the parser
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<ParsedRow>) {
      const text = raw.replace(LINE_ENDS, '');
      if (place.width !== undefined && isSwallower(record, text, place.width)) return true;
      place.number += 1;
      place.offset = from + info.bytes;
      if (place.number === shape.headerRow) place.width = record.length;
      const cells = record.map((cell) => decodeText(bytesOf(cell), shape.charset));
      yield { number: place.number, cells, raw: () => bytesOf(text) };
    }
    return false;
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return true;
  } finally {
    stream.destroy();
  }
}

/** A row over several lines whose columns do not fit: a stray quote has taken in the rows behind it. */
const isSwallower = (record: readonly string[], text: string, width: number): boolean =>
  text.includes('\n') && (record.length < width || hasMore(record, width));

/** The line at an offset, without blank lines before it. */
async function lineAt(path: string, offset: number): Promise<{ bytes: Uint8Array; next: number }> {
  const file = await open(path);
  try {
    const chunk = Buffer.alloc(CHUNK);
    let text = '';
    for (let at = offset; text.length <= MOST_BYTES_OF_A_ROW; at += CHUNK) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK, at);
      text += chunk.toString('latin1', 0, bytesRead);
      if (bytesRead === 0 || /[^\r\n][^\n]*\n/.test(text)) break;
    }
    const found = /^[\r\n]*[^\n]*(\n|$)/.exec(text)?.[0] ?? text;
    return { bytes: bytesOf(found.replace(LINE_ENDS, '')), next: offset + found.length };
  } finally {
    await file.close();
  }
}
