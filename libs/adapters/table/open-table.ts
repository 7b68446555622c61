import { OperatorError } from '#domain/errors.js';
import type { CutRow } from '../formats/rows/cut-row.js';
import { openRows } from '../formats/rows/open-rows.js';
import { UnreadableFile } from '../formats/rows/unreadable-file.js';
import type { TableMapping } from './table-mapping.js';
import { readHeader, toTableRow } from './table-row.js';
import type { TableRow } from './table-row.js';

/** Opens a table file and reads its header; throws an OperatorError in one line when it is not the table the mapping means. */
export async function openTable(path: string, mapping: TableMapping): Promise<AsyncIterable<TableRow>> {
  const rows = await open(path, mapping);
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

async function open(path: string, { file }: TableMapping): Promise<AsyncGenerator<CutRow>> {
  try {
    return await openRows(path, { ...file, sheets: 'first', isHeader: ({ number }) => number === file.headerRow });
  } catch (thrown) {
    if (thrown instanceof OperatorError) throw thrown;
    const code: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
    const why = code === 'ENOENT' ? 'there is no such file' : String(code ?? thrown);
    throw new UnreadableFile(path, `cannot be read (${why})`, '文件无法读取');
  }
}
