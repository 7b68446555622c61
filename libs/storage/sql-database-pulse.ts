import type { DataSource } from 'typeorm';
import { DatabasePulse } from '#domain/ports/database-pulse.js';

/** Asks PostgreSQL the smallest question there is. */
export class SqlDatabasePulse extends DatabasePulse {
  constructor(private readonly source: DataSource) {
    super();
  }

  answers(): Promise<boolean> {
    return this.source.query('select 1').then(
      () => true,
      () => false,
    );
  }
}
