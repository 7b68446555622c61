import type { EntityManager } from 'typeorm';

/** The columns a bulk statement writes, by name with their PostgreSQL types, and how a value becomes such a row. */
export interface Shape<Row> {
  readonly columns: Readonly<Record<string, string>>;
  /** Dates, lists and objects as they are; bytes through `hex`. Absent means null. */
  readonly toRow: (row: Row) => object;
}

/**
 * Inserts any number of rows in one statement. They travel as one JSON text: one native call turns them into it, while the
 * driver would write arrays element by element, and PostgreSQL, which has time to spare, takes them apart.
 */
export async function insertRows<Row>(
  manager: EntityManager,
  table: string,
  shape: Shape<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(shape.columns).join(', ');
  await manager.query(`insert into ${table} (${names}) select ${names} from ${recordset(shape)}`, [toJson(shape, rows)]);
}

/** Updates rows by their key columns, each row with values of its own, in one statement. `set` may use `r.<column>`. */
export async function updateRows<Row>(
  manager: EntityManager,
  table: string,
  shape: Shape<Row>,
  rows: readonly Row[],
  clause: { readonly set: string; readonly where: string },
): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(`update ${table} t set ${clause.set} from ${recordset(shape)} where ${clause.where}`, [
    toJson(shape, rows),
  ]);
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
