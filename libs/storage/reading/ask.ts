import type { DataSource } from 'typeorm';
import { translateDatabaseError } from '../database-errors.js';
import { transact } from '../transact.js';

/** Rows of one reading statement, its failures told as the hub tells them. */
export async function ask<Row>(source: DataSource, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    return await source.query<Row[]>(sql, [...parameters]);
  } catch (thrown) {
    throw translateDatabaseError(thrown);
  }
}

/** For a statement that reads widely: room for its bitmaps, and no time spent on compiling it. */
export function askWide<Row>(source: DataSource, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  return transact(source, async (manager) => {
    await manager.query(`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
    return manager.query<Row[]>(sql, [...parameters]);
  });
}
