import type { DataSource } from 'typeorm';
import type { UndertakingTransaction } from '#domain/ports/undertaking-book.js';
import { UndertakingBook } from '#domain/ports/undertaking-book.js';
import { SqlUndertakingTransaction } from './sql-undertaking-transaction.js';
import { transact } from './transact.js';

/** The truth about undertakings, in PostgreSQL. */
export class SqlUndertakingBook extends UndertakingBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  inTransaction<T>(work: (transaction: UndertakingTransaction) => Promise<T>): Promise<T> {
    return transact(this.source, (manager) => work(new SqlUndertakingTransaction(manager)));
  }
}
