import type { EntityManager } from 'typeorm';

/** A column of a bulk insert: its name and PostgreSQL type. Arrays and JSON travel as text, since unnest would flatten them. */
export interface Column<Row> {
  readonly name: string;
  readonly type: string;
  readonly value: (row: Row) => unknown;
}

const travelsAsText = (type: string): boolean => type.endsWith('[]') || type === 'jsonb';

/** Inserts any number of rows in one statement: one array a column, the fastest way short of COPY, and of any size. */
export async function insertRows<Row>(
  manager: EntityManager,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  await manager.query(
    `insert into ${table} (${names}) select ${selectList(columns)} from unnest(${arrayList(columns)}) as r(${names})`,
    columns.map(({ value }) => rows.map(value)),
  );
}

/** Updates rows by their key columns, each row with values of its own, in one statement. `set` may use `r.<column>`. */
export async function updateRows<Row>(
  manager: EntityManager,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  clause: { readonly set: string; readonly where: string },
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  await manager.query(
    `update ${table} t set ${clause.set} from (select ${selectList(columns)} from unnest(${arrayList(columns)}) as s(${names})) r where ${clause.where}`,
    columns.map(({ value }) => rows.map(value)),
  );
}

const selectList = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ name, type }) => (travelsAsText(type) ? `${name}::${type} as ${name}` : name)).join(', ');

const arrayList = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ type }, index) => `$${index + 1}::${travelsAsText(type) ? 'text' : type}[]`).join(', ');

/** A list of names as PostgreSQL's text[] literal. */
export const textArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`;

/** JSON for a jsonb column; absent stays null. */
export const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
