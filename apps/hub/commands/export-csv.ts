import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Stringifier } from 'csv-stringify';
import { stringify } from 'csv-stringify';
import type { ExportRow } from '#storage/reading/export-rows.js';

/** Ids are looked up again by programs, so a plain one is left alone though it begins like a formula. */
const PLAIN_ID = /^[\p{L}\p{N}_.:/#-]+$/u;
const ID_COLUMNS: ReadonlySet<string> = new Set(['external_id', 'case_number', 'message_a', 'message_b', 'grid_code']);

/** Throws what the file system says when the file cannot be made; `-` is standard output. */
export async function proveWritable(path: string): Promise<void> {
  if (path !== '-') await (await open(path, 'w')).close();
}

/** Writes rows as CSV and returns how many; a cell that a spreadsheet would take for a formula is written as text. */
export async function writeCsv(path: string, columns: readonly string[], rows: AsyncIterable<ExportRow>): Promise<number> {
  let count = 0;
  const counted = async function* (): AsyncGenerator<ExportRow> {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  };
  try {
    if (path === '-') await pipeline(counted, csvOf(columns), process.stdout, { end: false });
    else await pipeline(counted, csvOf(columns), createWriteStream(path));
  } catch (thrown) {
    // whoever reads us has seen enough
    if (path !== '-' || codeOf(thrown) !== 'EPIPE') throw thrown;
  }
  return count;
}

const codeOf = (thrown: unknown): unknown =>
  typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;

const csvOf = (columns: readonly string[]): Stringifier =>
  stringify({
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: {
      string: (value, { column }) =>
        ID_COLUMNS.has(String(column)) && PLAIN_ID.test(value) ? { value, escape_formulas: false } : value,
    },
  });
