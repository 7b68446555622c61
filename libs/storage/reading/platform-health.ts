import type { DataSource } from 'typeorm';
import type { PlatformId } from '#domain/ids.js';
import { ask } from './ask.js';

/** How pulling from one platform goes; null where it never happened. */
export interface PullState {
  readonly platform: PlatformId;
  readonly paused: boolean;
  readonly hasCursor: boolean;
  readonly pulledAt: Date | null;
  readonly nextPullAt: Date | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly errorCode: string | null;
  readonly error: string | null;
}

/** How each platform's pulls go. */
export class PlatformHealth {
  constructor(private readonly source: DataSource) {}

  async all(): Promise<Map<PlatformId, PullState>> {
    const rows = await ask<PullState>(
      this.source,
      `select platform, paused, cursor is not null as "hasCursor", pulled_at as "pulledAt", next_pull_at as "nextPullAt", failures,
         failing_since as "failingSince", error_code as "errorCode", error from pulls`,
    );
    return new Map(rows.map((row) => [row.platform, row]));
  }
}
