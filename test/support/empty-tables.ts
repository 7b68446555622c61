import type { DataSource } from 'typeorm';
import { transact } from '#storage/transact.js';

/** What a table's emptying empties too, and the sequences that number their rows. */
const AFTER_THEM = `
with recursive emptied as (
  select unnest($1::text[])::regclass::oid as id
  union select conrelid from pg_constraint join emptied on confrelid = id where contype = 'f')
select array_agg(id::regclass::text order by id) as tables, (
  select array_agg(s.oid::regclass::text) from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
  where d.refclassid = 'pg_class'::regclass and d.refobjid in (select id from emptied) and d.deptype in ('a', 'i')) as sequences
from emptied`;

/** The tables are the same in every database of a run. */
const known = new Map<string, readonly string[]>();

/**
 * Empties tables and all that refers to them, and numbers rows from the start again: what `truncate … restart identity cascade`
 * does, in a thirtieth of its time, since no files are made. As with it, whoever still writes to them is waited for; a hub that
 * does at that moment may meet this, and then it is tried again.
 */
export async function emptyTables(source: DataSource, tables: readonly string[]): Promise<void> {
  const statements = known.get(tables.join()) ?? (await statementsFor(source, tables));
  known.set(tables.join(), statements);
  await transact(source, async (manager) => {
    await manager.query(statements.join(';'));
  });
}

async function statementsFor(source: DataSource, wanted: readonly string[]): Promise<string[]> {
  const [{ tables, sequences }] = await source.query<{ tables: string[]; sequences: string[] | null }[]>(AFTER_THEM, [wanted]);
  return [
    `lock table ${tables.join()} in access exclusive mode`,
    // nothing that a trigger guards or a key refers to is left
    'set local session_replication_role = replica',
    ...tables.map((table) => `delete from ${table}`),
    ...(sequences ?? []).map((sequence) => `alter sequence ${sequence} restart`),
  ];
}
