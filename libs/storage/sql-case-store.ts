import type { DataSource } from 'typeorm';
import type { CaseId, CaseNumber } from '#domain/ids.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { SqlCaseTransaction } from './sql-case-transaction.js';
import { StoredSubjects } from './stored-subjects.js';
import { transact } from './transact.js';

/** The truth about cases, in PostgreSQL. */
export class SqlCaseStore extends CaseStore {
  private readonly subjects = new StoredSubjects();

  constructor(private readonly source: DataSource) {
    super();
  }

  inTransaction<T>(work: (transaction: CaseTransaction) => Promise<T>): Promise<T> {
    return transact(this.source, (manager) => work(new SqlCaseTransaction(manager, this.subjects)));
  }

  async revisitsOver(now: Date, limit: number): Promise<CaseNumber[]> {
    const rows = await this.source.query<{ number: CaseNumber }[]>(
      `select number from cases where status = 'answered' and revisit_due_at <= $1 order by revisit_due_at limit $2`,
      [now, limit],
    );
    return rows.map(({ number }) => number);
  }

  async casesToRing(now: Date, limit: number): Promise<CaseId[]> {
    const rows = await this.source.query<{ case_id: CaseId }[]>(
      `select case_id from case_clocks where next_ring_at <= $1 and met_at is null
       group by case_id order by min(next_ring_at) limit $2`,
      [now, limit],
    );
    return rows.map(({ case_id }) => case_id);
  }
}
