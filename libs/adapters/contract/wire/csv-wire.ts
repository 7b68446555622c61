import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { editJsonRecord } from './json-wire.js';
import type { Edit, Wire, WireRecord } from './wire.js';

const cellsOf = (row: WireRecord, columns: readonly string[]): string[] =>
  columns.map((column) =>
    typeof row[column] === 'string' ? row[column] : JSON.stringify(row[column] ?? '').replace(/^"|"$/g, ''),
  );

/** A table with a header in a charset; its records leave the adapter as one JSON object a row. */
export function csvWire(charset: string): Wire {
  const through = (bytes: Uint8Array, change: (rows: readonly WireRecord[]) => readonly WireRecord[]): Uint8Array => {
    const [header = [], ...rows] = parse(iconv.decode(Buffer.from(bytes), charset), {
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as string[][];
    const changed = change(rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? '']))));
    const columns = [...new Set([...header, ...changed.flatMap((row) => Object.keys(row))])];
    const left = columns.filter((column) => changed.length === 0 || changed.some((row) => column in row));
    const table = [left, ...changed.map((row) => cellsOf(row, left))];
    return iconv.encode(stringify(table, { record_delimiter: 'windows' }), charset);
  };
  return {
    inPage: (bytes, edit: Edit) => through(bytes, (rows) => rows.map(edit).filter((row) => row !== undefined)),
    reversed: (bytes) => through(bytes, (rows) => rows.toReversed()),
    inRecord: editJsonRecord,
    bomb: (page) => Buffer.concat([page, Buffer.from(`"${'a'.repeat(20_000_000)}`)]),
  };
}
