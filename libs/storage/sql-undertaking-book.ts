import type { DataSource } from 'typeorm';
import type { UndertakingTransaction } from '#domain/ports/undertaking-book.js';
import { UndertakingBook } from '#domain/ports/undertaking-book.js';
import { isConflict, translateDatabaseError } from './database-errors.js';
import { SqlUndertakingTransaction } from './sql-undertaking-transaction.js';

/** Two transactions that met are both worth another go; a third meeting is somebody else's problem. */
const TRIES = 5;

/** The truth about undertakings, in PostgreSQL. */
export class SqlUndertakingBook extends UndertakingBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  async inTransaction<T>(work: (transaction: UndertakingTransaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.source.transaction((manager) => work(new SqlUndertakingTransaction(manager)));
      } catch (thrown) {
        if (tries < TRIES && isConflict(thrown)) continue;
        throw translateDatabaseError(thrown);
      }
    }
  }
}
