import type { DataSource } from 'typeorm';
import type { CaseStatus } from '#domain/case/case-status.js';
import type { PlatformId } from '#domain/ids.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { ask } from './ask.js';

/** An update as a platform may fetch it. */
export interface ListedUpdate {
  readonly reference: string;
  readonly externalId: string;
  readonly kind: PlatformUpdate['kind'];
  readonly text: string;
  readonly department: string;
  readonly caseStatus: CaseStatus;
  readonly publishedAt: Date;
}

/** A stretch of time, both ends included, and which part of what lies in it. */
export interface UpdateSpan {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
  readonly offset: number;
}

/** What was put up for platforms that fetch their answers. */
export class PublishedUpdateList {
  constructor(private readonly source: DataSource) {}

  /** Oldest first, so that who stops at the limit goes on from the last one. */
  between(platform: PlatformId, { from, to, limit, offset }: UpdateSpan): Promise<ListedUpdate[]> {
    const sql = `select reference, external_id as "externalId", kind, text, department, case_status as "caseStatus", published_at as "publishedAt"
      from published_updates where platform = $1 and published_at between $2 and $3 order by published_at, seq limit $4 offset $5`;
    return ask(this.source, sql, [platform, from, to, limit, offset]);
  }

  /** When the newest final answer to a report was put up. */
  async answeredAt(platform: PlatformId, externalId: string): Promise<Date | undefined> {
    const sql = `select max(published_at) as at from published_updates where platform = $1 and external_id = $2 and kind = 'answer'`;
    const [{ at }] = await ask<{ at: Date | null }>(this.source, sql, [platform, externalId]);
    return at ?? undefined;
  }
}
