import type { DataSource } from 'typeorm';
import { AuditLog, type AuditEntry } from '#domain/ports/audit-log.js';
import type { Clock } from '#domain/ports/clock.js';
import { transact } from '../transact.js';
import { appendAudit } from './append-audit.js';

/** The audit as rows of PostgreSQL. */
export class SqlAuditLog extends AuditLog {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async append(entry: AuditEntry): Promise<void> {
    await transact(this.source, (manager) => appendAudit(manager, entry, this.clock.now()));
  }
}
