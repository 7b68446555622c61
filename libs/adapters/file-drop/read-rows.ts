import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { Fault, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { decodeText } from '../formats/decode-text.js';
import type { Charset } from '../formats/decode-text.js';
import { canonicalJson } from '../formats/parse-json.js';
import { unreadableRecord } from '../formats/unreadable-record.js';
import { REQUIRED_COLUMNS } from './columns.js';

/** A row of a file: a record, or bytes nobody can read. `number` counts rows behind the header, from 1. */
export interface FileRow {
  readonly number: number;
  readonly entry: { readonly record: RawRecord } | { readonly unreadable: UnreadableRecord };
}

interface CutRow {
  readonly record: readonly string[];
  /** As it stands in the file. */
  readonly raw: string;
  readonly info: { readonly bytes: number };
}

const MOST_BYTES_OF_A_ROW = 256 * 1024;

/**
 * GBK never uses the bytes of comma, quote and line end as second bytes, so rows and cells can be cut as bytes (latin1 is
 * bytes) and each cell decoded alone: one broken byte spoils one row, never the file.
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

const bytesOf = (cell: string): Buffer => Buffer.from(cell, 'latin1');

function readHeader(cells: readonly string[], charset: Charset): readonly string[] | undefined {
  const names = cells.map((cell) =>
    decodeText(bytesOf(cell), charset)
      ?.replace(/^\uFEFF/, '')
      .trim(),
  );
  const whole = names.every((name) => name !== undefined);
  return whole && REQUIRED_COLUMNS.every((column) => names.includes(column)) ? names : undefined;
}

function readRow(cells: readonly string[], columns: readonly string[], charset: Charset, raw: Uint8Array): FileRow['entry'] {
  const spoilt = (faults: readonly Fault[]) => ({ unreadable: unreadableRecord(raw, faults) });
  if (cells.length !== columns.length) {
    return spoilt([{ field: '', message: `应有 ${columns.length} 列，实为 ${cells.length} 列` }]);
  }
  const texts = cells.map((cell) => decodeText(bytesOf(cell), charset));
  const broken = columns.filter((_column, at) => texts[at] === undefined);
  if (broken.length > 0) return spoilt(broken.map((field) => ({ field, message: `不是 ${charset} 编码` })));
  const row = Object.fromEntries(columns.map((column, at) => [column, texts[at]]));
  const id = (row.服务单号 ?? '').replaceAll('\u0000', '').trim();
  if (id === '') return spoilt([{ field: '服务单号', message: '缺少编号' }]);
  return { record: { externalId: as<ExternalId>(id), bytes: canonicalJson(row) } };
}

const LINE_ENDS = /^[\r\n]+|[\r\n]+$/g;

async function remainder(path: string, from: number, why: string): Promise<FileRow['entry']> {
  const bytes = (await readFile(path)).subarray(from);
  return { unreadable: unreadableRecord(bytes, [{ field: '', message: why }]) };
}

/** The rows of a file behind the first `skip`; from where a file stops being such a table, its rest is one unreadable piece. */
export async function* readRows(path: string, charset: Charset, skip: number, signal: AbortSignal): AsyncGenerator<FileRow> {
  const parser = parse(CUTTING);
  pipeline(createReadStream(path, { signal }), parser, () => undefined); // an error comes out of the parser
  let columns: readonly string[] | undefined;
  let number = 0;
  let end = 0;
  try {
    for await (const row of parser as AsyncIterable<CutRow>) {
      if (!columns) {
        columns = readHeader(row.record, charset);
        if (!columns) return yield { number: 1, entry: await remainder(path, 0, `缺少列：${REQUIRED_COLUMNS.join('、')}`) };
      } else if (++number > skip) {
        yield { number, entry: readRow(row.record, columns, charset, bytesOf(row.raw.replace(LINE_ENDS, ''))) };
      }
      end = row.info.bytes;
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    yield { number: number + 1, entry: await remainder(path, end, `此处以下不是表格：${thrown.code}`) };
  }
}
