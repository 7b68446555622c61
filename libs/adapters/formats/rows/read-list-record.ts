import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Fields } from '../parse-json.js';
import { readRecord } from '../read-record.js';
import type { RecordReading } from '../read-record.js';
import { LIST_TIMES } from '../vocabulary.js';
import type { ColumnNames } from './header-words.js';

/** Reads a row by our names for its columns; faults name the columns as the list does. */
export function readListRecord(row: Fields | undefined, names: ColumnNames, zone: string, reading: RecordReading): MappedRecord {
  const mapped = readRecord(row && names.read(row), { zone, formats: LIST_TIMES }, reading);
  if (mapped.kind !== 'rejected' || !row) return mapped;
  return {
    kind: 'rejected',
    faults: mapped.faults.map(({ field, message }) => ({ field: names.headerOf(row, field), message })),
  };
}
