import type { DataSource } from 'typeorm';
import { translateDatabaseError } from '../database-errors.js';

/** Rows of one reading statement, its failures told as the hub tells them. */
export async function ask<Row>(source: DataSource, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    return await source.query<Row[]>(sql, [...parameters]);
  } catch (thrown) {
    throw translateDatabaseError(thrown);
  }
}
