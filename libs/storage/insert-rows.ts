import { setImmediate as onItsWay } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';

/** A statement ready to go. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Sends statements one after the other; each is made while PostgreSQL works on the one before. */
export async function sendInTurn(manager: EntityManager, statements: Iterable<Statement>): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (const { sql, parameters } of statements) {
    await before;
    before = manager.query(sql, [...parameters]);
    before.catch(() => undefined); // thrown where it is awaited
    await onItsWay();
  }
  await before;
}

/** The columns a bulk statement writes, by name with their PostgreSQL types, and how a value becomes such a row. */
export interface Shape<Row> {
  readonly columns: Readonly<Record<string, string>>;
  /** Dates, lists and objects as they are; bytes through `hex`. Absent means null. */
  readonly toRow: (row: Row) => object;
}

/**
 * Any number of rows in one statement, none for no rows. They travel as one JSON text: one native call turns them into it, while the
 * driver would write arrays element by element, and PostgreSQL, which has time to spare, takes them apart.
 */
export function* insertRows<Row>(table: string, shape: Shape<Row>, rows: readonly Row[]): Generator<Statement> {
  if (rows.length === 0) return;
  const names = Object.keys(shape.columns).join(', ');
  const sql = `insert into ${table} (${names}) select ${names} from ${recordset(shape)}`;
  yield { sql, parameters: [toJson(shape, rows)] };
}

/** Updates rows by their key columns, each row with values of its own, in one statement. `set` may use `r.<column>`. */
export function* updateRows<Row>(
  table: string,
  shape: Shape<Row>,
  rows: readonly Row[],
  clause: { readonly set: string; readonly where: string },
): Generator<Statement> {
  if (rows.length === 0) return;
  const sql = `update ${table} t set ${clause.set} from ${recordset(shape)} where ${clause.where}`;
  yield { sql, parameters: [toJson(shape, rows)] };
}

/** The rows of a shape as a table expression named `r` over the statement's first parameter. */
export const recordset = <Row>({ columns }: Shape<Row>): string =>
  `json_to_recordset($1::json) as r(${Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})`;

/** As bytes: of a text the driver would first count them. */
export const toJson = <Row>({ toRow }: Shape<Row>, rows: readonly Row[]): Buffer => Buffer.from(JSON.stringify(rows.map(toRow)));

/** Bytes as JSON can carry them into a bytea column. */
export const hex = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;

/** JSON for a jsonb parameter; absent stays null. */
export const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
