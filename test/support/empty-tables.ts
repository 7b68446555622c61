import type { DataSource } from 'typeorm';
import { transact } from '#storage/transact.js';

/** Empties tables; a hub that still writes something down at that moment may meet this, and then it is tried again. */
export const emptyTables = (source: DataSource, tables: string): Promise<unknown> =>
  transact(source, (manager) => manager.query(`truncate ${tables}`));
