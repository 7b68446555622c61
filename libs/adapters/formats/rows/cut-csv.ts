import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText } from '../decode-text.js';
import type { Charset } from '../decode-text.js';
import { hasMore } from './cut-row.js';
import type { CutRow } from './cut-row.js';

/** How a CSV file is to be cut. */
export interface CsvShape {
  readonly charset: Charset;
  readonly delimiter: string;
  /** Where the first row begins, behind a byte order mark. */
  readonly start: number;
  /** Whether a row holds the column names: rows behind it must be as wide. */
  readonly isHeader: (row: CutRow) => boolean;
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly bytes: number };
}

const MOST_BYTES_OF_A_ROW = 1024 * 1024;
const MOST_BYTES_KEPT = 64 * 1024;
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

/** The rows of a CSV file. A quote that never closes, or a field of megabytes, costs its own line: the reading goes on behind it. */
export async function* cutCsv(path: string, shape: CsvShape): AsyncGenerator<CutRow> {
  const place: Place = { number: 0, width: undefined, offset: shape.start };
  while (yield* cutFrom(path, shape, place)) {
    const line = await lineAt(path, place.offset);
    place.offset = line.next;
    place.number += 1;
    const fault = line.isLong ? '一行超过 1 MB' : '引号未闭合';
    yield { number: place.number, cells: [], raw: () => line.bytes, fault };
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
      const cells = record.map((cell) => decodeText(bytesOf(cell), shape.charset));
      const row = { number: place.number, cells, raw: () => bytesOf(text) };
      if (place.width === undefined && shape.isHeader(row)) place.width = record.length;
      yield row;
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

interface Line {
  /** Its beginning, enough to recognise it. */
  readonly bytes: Uint8Array;
  readonly next: number;
  readonly isLong: boolean;
}

/** The line at an offset, without blank lines before it; however long it is, little of it is kept. */
async function lineAt(path: string, offset: number): Promise<Line> {
  const file = await open(path);
  try {
    const chunk = Buffer.alloc(CHUNK);
    let kept = '';
    for (let at = offset; ; at += CHUNK) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK, at);
      const text = chunk.toString('latin1', 0, bytesRead);
      const begun = /[^\r\n]/.test(kept);
      const end = begun ? text.indexOf('\n') : endOfFirstLine(text);
      if (kept.length < MOST_BYTES_KEPT) kept += end < 0 ? text : text.slice(0, end);
      if (end < 0 && bytesRead > 0) continue;
      const next = end < 0 ? at : at + end + 1;
      return { bytes: bytesOf(kept.replace(LINE_ENDS, '')), next, isLong: next - offset > MOST_BYTES_OF_A_ROW };
    }
  } finally {
    await file.close();
  }
}

/** Where the first line that holds anything ends; -1 when it does not end here. */
function endOfFirstLine(text: string): number {
  const begin = text.search(/[^\r\n]/);
  return begin < 0 ? -1 : text.indexOf('\n', begin);
}
