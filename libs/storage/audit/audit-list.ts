import type { DataSource } from 'typeorm';
import type { AuditHead, AuditLine } from '#domain/audit/audit-line.js';
import { ask } from '../reading/ask.js';
import { positionOf, RUNNING_NUMBER, toPage, type Page, type PageRequest } from '../reading/page.js';
import { AUDIT_COLUMNS, readHead, toAuditLine, type AuditRow } from './audit-rows.js';

/** Which lines of the audit are wanted; absent: whatever it is. */
export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly subject?: string;
  /** From this instant on. */
  readonly from?: Date;
  /** Before this instant. */
  readonly to?: Date;
}

/** The audit for people, the newest line first. */
export class AuditList {
  constructor(private readonly source: DataSource) {}

  async page({ actor, action, subject, from, to }: AuditFilter, { cursor, limit }: PageRequest): Promise<Page<AuditLine>> {
    const [before] = cursor === undefined ? [null] : positionOf(cursor, [RUNNING_NUMBER]);
    const rows = await ask<AuditRow>(
      this.source,
      `select ${AUDIT_COLUMNS} from audit_log
       where ($1::text is null or actor = $1) and ($2::text is null or action = $2) and ($3::text is null or subject = $3)
         and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5) and ($6::bigint is null or seq < $6)
       order by seq desc limit $7`,
      [actor, action, subject, from, to, before, limit + 1],
    );
    return toPage(rows.map(toAuditLine), limit, ({ seq }) => [String(seq)]);
  }

  head(): Promise<AuditHead> {
    return readHead(this.source);
  }
}
