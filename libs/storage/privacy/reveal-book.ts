import type { DataSource } from 'typeorm';
import type { ExternalId, PlatformId, ReportId } from '#domain/ids.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { ask } from '../reading/ask.js';
import { Conditions } from '../reading/conditions.js';
import { transact } from '../transact.js';

/** A report as far as a reveal needs it. */
export interface SealedReport {
  readonly id: ReportId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly caseNumber: string;
  readonly sealed: Buffer | null;
  readonly erasedAt: Date | null;
}

/** Somebody's wish to see who a citizen is. */
interface RevealRequest {
  readonly actor: string;
  readonly requestId: string;
  readonly reportId: ReportId;
  readonly reason: string;
}

/** What stands against a reveal: somebody's share of the hour is used up, or the request id was used for something else. */
export type RevealRefusal = 'spent' | 'repeated';

/** Who had whose identity shown. */
export class RevealBook {
  constructor(private readonly source: DataSource) {}

  /** A report of a case within the scope. */
  async find(id: ReportId, scope: CaseScope): Promise<SealedReport | undefined> {
    const { sql, values } = scopeCondition(scope);
    const where = new Conditions().add('r.id = ?', id).add(`(${sql})`, ...values);
    const [found] = await ask<SealedReport>(
      this.source,
      `select r.id, r.platform, r.external_id as "externalId", c.number as "caseNumber", r.sealed_reporter as sealed, r.erased_at as "erasedAt"
       from reports r join cases c on c.id = r.case_id where ${where}`,
      where.parameters,
    );
    return found;
  }

  /** Notes the request, unless something stands against it; the same request again is noted once. */
  note({ actor, requestId, reportId, reason }: RevealRequest, at: Date, perHour: number): Promise<RevealRefusal | undefined> {
    return transact(this.source, async (manager) => {
      // One person's requests go one after the other, so that none slips past the count.
      await manager.query('select pg_advisory_xact_lock(724554, hashtext($1))', [actor]);
      const [before] = await manager.query<{ report_id: string }[]>(
        'select report_id from reveals where actor = $1 and request_id = $2',
        [actor, requestId],
      );
      if (before) return before.report_id === reportId ? undefined : 'repeated';
      const [{ count }] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from reveals where actor = $1 and at > $2::timestamptz - interval '1 hour'`,
        [actor, at],
      );
      if (count >= perHour) return 'spent';
      await manager.query('insert into reveals (actor, request_id, report_id, reason, at) values ($1, $2, $3, $4, $5)', [
        actor,
        requestId,
        reportId,
        reason,
        at,
      ]);
      return undefined;
    });
  }
}
