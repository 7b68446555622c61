import { open } from 'node:fs/promises';
import { OperatorError } from '#domain/errors.js';
import { bomLength, sniffCharset } from './charset.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { TableMapping } from './table-mapping.js';
import { readHeader, toTableRow } from './table-row.js';
import type { CutRow, TableRow } from './table-row.js';

const HEAD_BYTES = 256 * 1024;
const ZIP = 'PK\u0003\u0004';
const OLD_EXCEL = '\u00d0\u00cf\u0011\u00e0';
const UTF16 = ['\u00ff\u00fe', '\u00fe\u00ff'];

/** Opens a table file and reads its header; throws an OperatorError in one line when it is not the table the mapping means. */
export async function openTable(path: string, mapping: TableMapping): Promise<AsyncIterable<TableRow>> {
  const head = await headOf(path);
  const rows = cut(path, head, mapping);
  let header: CutRow | undefined;
  do {
    const { value, done } = await rows.next();
    header = done === true ? undefined : value;
  } while (header && header.number < mapping.file.headerRow);
  const columns = readHeader(header, mapping, path);
  return tableRows(rows, columns, mapping);
}

async function* tableRows(
  rows: AsyncIterable<CutRow>,
  columns: readonly string[],
  mapping: TableMapping,
): AsyncGenerator<TableRow> {
  for await (const row of rows) yield toTableRow(row, columns, mapping);
}

function cut(path: string, head: Uint8Array, { file }: TableMapping): AsyncGenerator<CutRow> {
  const mark = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (mark === OLD_EXCEL) throw unreadable(path, 'is a workbook of the old format: save it as .xlsx or CSV');
  if (UTF16.includes(mark.slice(0, 2))) throw unreadable(path, 'is UTF-16 text: save it as CSV in UTF-8');
  const format = file.format === 'auto' ? (mark === ZIP ? 'xlsx' : 'csv') : file.format;
  if ((format === 'xlsx') !== (mark === ZIP)) throw unreadable(path, `is no ${format} file`);
  if (format === 'xlsx') return readXlsx(path, file.headerRow);
  const charset = file.charset === 'auto' ? sniffCharset(head) : file.charset;
  return readCsv(path, { charset, delimiter: file.delimiter, start: bomLength(head), headerRow: file.headerRow });
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const code: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
    throw unreadable(path, `cannot be read (${code === 'ENOENT' ? 'there is no such file' : String(code ?? thrown)})`);
  }
}

const unreadable = (path: string, why: string): OperatorError => new OperatorError('IMPORT_FILE_UNREADABLE', `${path} ${why}`);
