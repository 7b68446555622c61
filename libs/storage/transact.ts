import type { DataSource, EntityManager } from 'typeorm';
import { isConflict, translateDatabaseError } from './database-errors.js';

/** Two transactions that met are both worth another go; who meets others so often is somebody else's problem. */
const TRIES = 5;

/** One transaction, tried again when it met another one; what PostgreSQL throws comes out as an error of ours. */
export async function transact<T>(source: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await source.transaction(work);
    } catch (thrown) {
      if (tries < TRIES && isConflict(thrown)) continue;
      throw translateDatabaseError(thrown);
    }
  }
}
