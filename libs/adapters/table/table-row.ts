import { OperatorError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { Fault, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { canonicalJson } from '../formats/parse-json.js';
import { unreadableRecord } from '../formats/unreadable-record.js';
import { cellsOf } from './mapper.js';
import type { TableMapping } from './table-mapping.js';
import { neededColumns } from './text-source.js';

/** A row of a table as its file gives it; a cell is undefined when its bytes make no sense in the file's charset. */
export interface CutRow {
  /** As a spreadsheet counts, the header included. */
  readonly number: number;
  readonly cells: readonly (string | undefined)[];
  /** As it stands in the file, for quarantine. */
  readonly raw: () => Uint8Array;
  /** Why it is no row at all. */
  readonly fault?: string;
}

/** A row that can be staged: a record by its id, or a piece nobody can read. */
export interface TableRow {
  readonly number: number;
  readonly entry: { readonly record: RawRecord } | { readonly unreadable: UnreadableRecord };
}

/** The column names of a header row; throws an OperatorError that names what the mapping needs and the file has not. */
export function readHeader(row: CutRow | undefined, mapping: TableMapping, file: string): readonly string[] {
  const names = (row?.cells ?? []).map((cell) => (cell ?? '').trim());
  const missing = neededColumns(mapping.columns).filter((column) => !names.includes(column));
  if (missing.length === 0) return names;
  const has =
    names.length === 0
      ? 'no row there'
      : names
          .map((name) => name.slice(0, 40))
          .join(', ')
          .slice(0, 400);
  const place = `row ${mapping.file.headerRow} of ${file}`;
  throw new OperatorError('IMPORT_FILE_UNREADABLE', `${place} lacks the columns ${missing.join(', ')}; it has ${has}`);
}

/** A row as it will be staged: canonical JSON of its cells by column name. */
export function toTableRow(row: CutRow, columns: readonly string[], mapping: TableMapping): TableRow {
  const faults = shapeFaults(row, columns);
  if (faults.length > 0) return spoilt(row, faults);
  const fields = Object.fromEntries(columns.flatMap((column, at) => (column === '' ? [] : [[column, row.cells[at]]])));
  const id = cellsOf(fields, mapping.nulls)(mapping.columns.externalId)?.trim();
  if (id === undefined) return spoilt(row, [{ field: mapping.columns.externalId, message: '缺少编号' }]);
  return { number: row.number, entry: { record: { externalId: as<ExternalId>(id), bytes: canonicalJson(fields) } } };
}

const spoilt = (row: CutRow, faults: readonly Fault[]): TableRow => ({
  number: row.number,
  entry: { unreadable: unreadableRecord(row.raw(), faults) },
});

function shapeFaults({ cells, fault }: CutRow, columns: readonly string[]): Fault[] {
  if (fault !== undefined) return [{ field: '', message: fault }];
  if (cells.length < columns.length || hasMore(cells, columns.length)) {
    return [{ field: '', message: `应有 ${columns.length} 列，实为 ${cells.length} 列` }];
  }
  return columns.flatMap((field, at) => (cells[at] === undefined ? [{ field, message: '字符编码有误' }] : []));
}

/** Spreadsheets leave empty cells behind the last column; anything else there is a row that slipped. */
export const hasMore = (cells: readonly (string | undefined)[], width: number): boolean =>
  cells.slice(width).some((cell) => cell?.trim() !== '');
