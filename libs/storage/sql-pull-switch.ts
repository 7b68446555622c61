import type { DataSource } from 'typeorm';
import type { PlatformId } from '#domain/ids.js';
import { translateDatabaseError } from './database-errors.js';

/** Stops and resumes pulling a platform. Records that are in already go on; pushed ones are still taken. */
export class SqlPullSwitch {
  constructor(private readonly source: DataSource) {}

  /** Resuming makes the next pull due at once. */
  async turn(platform: PlatformId, paused: boolean, now: Date): Promise<void> {
    try {
      await this.source.query(
        `insert into pulls as p (platform, paused, next_pull_at) values ($1, $2, $3)
         on conflict (platform) do update set paused = $2, next_pull_at = case when $2 then p.next_pull_at else $3 end`,
        [platform, paused, now],
      );
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}
