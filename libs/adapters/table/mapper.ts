import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { Fault, MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Place, ReportDraft } from '#domain/report/report.js';
import { plainText } from '../formats/field-reader.js';
import { fieldOf } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { gridCodeOf, jsonFields, present, reporterOf } from '../formats/read-record.js';
import { parseInstant } from '../formats/parse-instant.js';
import { toWgs84 } from '../formats/to-wgs84.js';
import { natureOf, titleOf, urgencyOf } from '../formats/vocabulary.js';
import type { TableMapping } from './table-mapping.js';
import { readText } from './text-source.js';
import type { CellOf } from './text-source.js';

/** One row by column name → what it says; every fault of the row at once. */
export function mapTableRow(bytes: Uint8Array, mapping: TableMapping): MappedRecord {
  const fields = jsonFields(bytes);
  if (!fields) return { kind: 'rejected', faults: [{ field: '', message: '无法解析为一行' }] };
  const faults: Fault[] = [];
  const draft = readRow(cellsOf(fields, mapping.nulls), mapping, faults);
  return faults.length > 0 ? { kind: 'rejected', faults } : { kind: 'report', draft };
}

/** Cells as text; one that is blank or holds a word for nothing is not there. */
export function cellsOf(fields: Fields, nulls: readonly string[]): CellOf {
  return (column) => {
    const text = plainText(fieldOf(fields, column));
    const bare = text?.trim() ?? '';
    return bare === '' || nulls.includes(bare) ? undefined : text;
  };
}

function readRow(cellOf: CellOf, mapping: TableMapping, faults: Fault[]): ReportDraft {
  const { columns, natures, urgencies } = mapping;
  const at = (column: string | undefined): string | undefined => (column === undefined ? undefined : cellOf(column));
  const reportedAt = instantOf(cellOf, columns.reportedAt, mapping, faults);
  const body = readText(columns.body, cellOf) ?? '';
  const nature = at(columns.nature)?.trim();
  const urgency = at(columns.urgency)?.trim();
  return present({
    externalId: as<ExternalId>(idOf(cellOf, columns.externalId, faults)),
    reportedAt: reportedAt ?? missingTime(columns.reportedAt, cellOf, faults),
    sourceUpdatedAt: updateOf(cellOf, mapping, faults) ?? reportedAt ?? new Date(0),
    title: readText(columns.title, cellOf) ?? titleOf(body),
    body,
    nature: lookUp(natures, nature) ?? natureOf(nature),
    urgency: lookUp(urgencies, urgency) ?? urgencyOf(urgency),
    sourceCategory: categoryOf(cellOf, mapping),
    place: placeOf(cellOf, mapping, faults),
    reporter: reporterOf(at(columns.reporterName), at(columns.reporterPhone)),
    textIsGenerated: mapping.generatedText ? true : undefined,
  });
}

function idOf(cellOf: CellOf, column: string, faults: Fault[]): string {
  const id = cellOf(column)?.trim() ?? '';
  if (id === '') faults.push({ field: column, message: '缺少编号' });
  return id;
}

function instantOf(cellOf: CellOf, column: string, { times, zone }: TableMapping, faults: Fault[]): Date | undefined {
  const cell = cellOf(column);
  if (cell === undefined) return undefined;
  const read = parseInstant(cell, { zone, formats: times });
  if (read.kind === 'unreadable') faults.push({ field: column, message: `时间无法识别：${cell.slice(0, 40)}` });
  return read.kind === 'instant' ? read.at : undefined;
}

function missingTime(column: string, cellOf: CellOf, faults: Fault[]): Date {
  if (!faults.some(({ field }) => field === column)) faults.push({ field: column, message: '缺少时间' });
  return new Date(0);
}

function updateOf(cellOf: CellOf, mapping: TableMapping, faults: Fault[]): Date | undefined {
  const column = mapping.columns.updatedAt;
  return column === undefined ? undefined : instantOf(cellOf, column, mapping, faults);
}

function categoryOf(cellOf: CellOf, { columns, categorySystem }: TableMapping): ReportDraft['sourceCategory'] {
  const code = readText(columns.category, cellOf)?.trim();
  return code === undefined ? undefined : { system: categorySystem, code, name: code };
}

function placeOf(cellOf: CellOf, { columns, coordinates }: TableMapping, faults: Fault[]): Place {
  const { longitude, latitude } = columns;
  const at = (column: string | undefined): string | undefined => (column === undefined ? undefined : cellOf(column)?.trim());
  const point = toWgs84(at(longitude), at(latitude), coordinates);
  if (point.kind === 'unreadable') faults.push({ field: `${longitude},${latitude}`, message: '坐标超出范围' });
  return present({
    address: readText(columns.address, cellOf),
    street: at(columns.street),
    community: at(columns.community),
    gridCode: gridCodeOf(at(columns.gridCode)),
    ...(point.kind === 'point' && { longitude: point.longitude, latitude: point.latitude }),
  });
}

const lookUp = <T>(words: Readonly<Record<string, T>>, word: string | undefined): T | undefined =>
  word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
