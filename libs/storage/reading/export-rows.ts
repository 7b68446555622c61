import type { DataSource, QueryRunner } from 'typeorm';
import { translateDatabaseError } from '../database-errors.js';
import { Conditions } from './conditions.js';

/** A table that can be written out: its columns as SQL, where they come from, and the columns it is walked along. */
export interface ExportTable {
  readonly columns: Readonly<Record<string, string>>;
  readonly defaults: readonly string[];
  readonly from: string;
  /** Unique together, in the order of an index, each with its type. */
  readonly walk: readonly { readonly sql: string; readonly type: string }[];
  /** The condition under which a row has to do with the platform `?`. */
  readonly ofPlatform: string;
}

/** What is asked of a table; the columns are names of its own. */
export interface ExportRequest {
  readonly columns: readonly string[];
  readonly platform?: string;
}

export type ExportRow = Readonly<Record<string, string | number | null>>;

const PAGE_ROWS = 2_000;

/** The rows of a table, read page by page inside one snapshot. */
export async function* exportRows(source: DataSource, table: ExportTable, request: ExportRequest): AsyncGenerator<ExportRow> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    for (let last: readonly string[] | undefined = []; last !== undefined;) {
      const page = await readPage(runner, table, request, last);
      yield* page.rows;
      last = page.next;
    }
  } catch (thrown) {
    throw translateDatabaseError(thrown);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

async function readPage(
  runner: QueryRunner,
  { columns, from, walk, ofPlatform }: ExportTable,
  request: ExportRequest,
  last: readonly string[],
): Promise<{ rows: ExportRow[]; next?: readonly string[] }> {
  const keys = walk.map(({ sql }) => sql).join(', ');
  const where = new Conditions().addIf(request.platform, ofPlatform);
  if (last.length > 0) where.add(`(${keys}) > (${walk.map(({ type }) => `?::${type}`).join(', ')})`, ...last);
  const shown = request.columns.map((name) => `${columns[name]} as "${name}"`);
  const steps = walk.map(({ sql }, at) => `(${sql})::text as "#${at}"`);
  const rows: ExportRow[] = await runner.query(
    `select ${[...shown, ...steps].join(', ')} from ${from} where ${where} order by ${keys} limit ${PAGE_ROWS}`,
    where.parameters,
  );
  const end = rows.length < PAGE_ROWS ? undefined : rows.at(-1);
  return { rows, next: end && walk.map((_step, at) => String(end[`#${at}`])) };
}
