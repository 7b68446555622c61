import { OperatorError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { Fault, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { canonicalJson } from '../formats/parse-json.js';
import type { CutRow } from '../formats/rows/cut-row.js';
import { namedCells, shapeFaults } from '../formats/rows/named-row.js';
import { unreadableRecord } from '../formats/unreadable-record.js';
import { cellsOf } from './mapper.js';
import type { TableMapping } from './table-mapping.js';
import { neededColumns } from './text-source.js';

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
  const fields = namedCells(row, columns);
  const id = cellsOf(fields, mapping.nulls)(mapping.columns.externalId)?.trim();
  if (id === undefined) return spoilt(row, [{ field: mapping.columns.externalId, message: '缺少编号' }]);
  return { number: row.number, entry: { record: { externalId: as<ExternalId>(id), bytes: canonicalJson(fields) } } };
}

const spoilt = (row: CutRow, faults: readonly Fault[]): TableRow => ({
  number: row.number,
  entry: { unreadable: unreadableRecord(row.raw(), faults) },
});
