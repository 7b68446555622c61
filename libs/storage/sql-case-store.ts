import type { DataSource } from 'typeorm';
import type { CaseId, CaseNumber } from '#domain/ids.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { isConflict, translateDatabaseError } from './database-errors.js';
import { SqlCaseTransaction } from './sql-case-transaction.js';
import { StoredSubjects } from './stored-subjects.js';

/** Two transactions that met are both worth another go; a third meeting is somebody else's problem. */
const TRIES = 5;

/** The truth about cases, in PostgreSQL. */
export class SqlCaseStore extends CaseStore {
  private readonly subjects = new StoredSubjects();

  constructor(private readonly source: DataSource) {
    super();
  }

  async inTransaction<T>(work: (transaction: CaseTransaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.source.transaction((manager) => work(new SqlCaseTransaction(manager, this.subjects)));
      } catch (thrown) {
        if (tries < TRIES && isConflict(thrown)) continue;
        throw translateDatabaseError(thrown);
      }
    }
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
