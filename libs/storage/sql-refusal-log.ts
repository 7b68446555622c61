import type { DataSource } from 'typeorm';
import type { Clock } from '#domain/ports/clock.js';
import type { Refusal } from '#domain/ports/refusal-log.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';

/** Refused requests in PostgreSQL. */
export class SqlRefusalLog extends RefusalLog {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async note({ who, code, detail }: Refusal): Promise<void> {
    await this.source.query('insert into refusals (at, who, code, detail) values ($1, $2, $3, $4)', [
      this.clock.now(),
      who,
      code,
      detail,
    ]);
  }
}
