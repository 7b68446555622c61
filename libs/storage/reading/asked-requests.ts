import type { DataSource } from 'typeorm';
import type { CaseStatus } from '#domain/case/case-status.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { RecordSeal } from '#domain/ports/vault.js';
import type { Place } from '#domain/report/report.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';
import { opened } from './opened-record.js';

/** What a client asked for, with where its case stands; without a case while the record still waits. */
export interface AskedRequest {
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  /** The newest record as it came. */
  readonly bytes: Buffer;
  readonly withdrawnAt: Date | null;
  readonly place: Place | null;
  readonly status: CaseStatus | null;
  readonly lead: string | null;
  readonly answer: { readonly text: string } | null;
  /** The newest event of the case. */
  readonly changedAt: Date | null;
  /** When the matter is promised to be resolved. */
  readonly dueAt: Date | null;
}

/** Which requests a list shows; both ends of the time are included. */
export interface RequestFilter {
  readonly from: Date;
  readonly to: Date;
  readonly statuses?: readonly CaseStatus[];
  /** The clients' own codes of what a request is about. */
  readonly services?: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

const FACTS = `r.withdrawn_at as "withdrawnAt", r.place, c.status, c.lead, c.answer, e.at as "changedAt", k.due_at as "dueAt"`;

const CIRCUMSTANCES = `
left join cases c on c.id = r.case_id
left join lateral (select at from case_events where case_id = r.case_id order by seq desc limit 1) e on true
left join case_clocks k on k.case_id = r.case_id and k.clock = 'resolve'`;

const NEWEST_RECORD = (platform: string, externalId: string): string =>
  `(select platform, external_id, bytes, sealed from records where platform = ${platform} and external_id = ${externalId} order by id desc limit 1) v`;

/** Requests of clients that report to us, as they ask for them again. */
export class AskedRequests {
  constructor(
    private readonly source: DataSource,
    private readonly seal: RecordSeal,
  ) {}

  /** Newest first; each platform's newest are found by its index, so that the span may be long and the page short. */
  list(
    platforms: readonly PlatformId[],
    { from, to, statuses, services, limit, offset }: RequestFilter,
  ): Promise<AskedRequest[]> {
    const where = new Conditions()
      .add('r.platform = p.platform and r.reported_at between ? and ? and r.withdrawn_at is null', from, to)
      .addIf(statuses, 'c.status = any(?::text[])')
      .addIf(services, `r.source_category->>'code' = any(?::text[])`);
    const upTo = where.bind(limit + offset);
    const sql = `
      select v.platform, v.external_id as "externalId", v.bytes, v.sealed, ${FACTS}
      from (
        select r.* from unnest(${where.bind(platforms)}::text[]) p(platform) cross join lateral (
          select r.id, r.platform, r.external_id, r.case_id, r.reported_at, r.withdrawn_at, r.place from reports r ${statuses ? 'join cases c on c.id = r.case_id' : ''}
          where ${where} order by r.reported_at desc, r.id desc limit ${upTo}
        ) r order by r.reported_at desc, r.id desc limit ${where.bind(limit)} offset ${where.bind(offset)}
      ) r ${CIRCUMSTANCES}
      cross join lateral ${NEWEST_RECORD('r.platform', 'r.external_id')}
      order by r.reported_at desc, r.id desc`;
    return this.ask(sql, where.parameters);
  }

  /** Those of these ids that there are, in the order asked for, the ones whose record still waits among them. */
  byIds(platforms: readonly PlatformId[], ids: readonly string[]): Promise<AskedRequest[]> {
    const sql = `
      select v.platform, v.external_id as "externalId", v.bytes, v.sealed, ${FACTS}
      from unnest($2::text[]) with ordinality asked(id, position)
      cross join unnest($1::text[]) p(platform)
      cross join lateral ${NEWEST_RECORD('p.platform', 'asked.id')}
      left join reports r on r.platform = v.platform and r.external_id = v.external_id ${CIRCUMSTANCES}
      order by asked.position`;
    return this.ask(sql, [platforms, ids]);
  }

  private async ask(sql: string, parameters: readonly unknown[]): Promise<AskedRequest[]> {
    const rows = await ask<AskedRequest & { readonly sealed: boolean }>(this.source, sql, parameters);
    return rows.map((row) => ({ ...row, bytes: opened(row, this.seal) }));
  }
}
