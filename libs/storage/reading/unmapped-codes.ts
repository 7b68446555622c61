import type { DataSource } from 'typeorm';
import { UNCLASSIFIED } from '#domain/report/report.js';
import { ask } from './ask.js';

/** A platform's code that stood in no mapping table when its reports came; `code` is empty where the platform gave none. */
export interface UnmappedCode {
  readonly platform: string;
  readonly system: string;
  readonly code: string;
  readonly name: string;
  readonly reports: number;
  /** When the newest of them was reported. */
  readonly last: Date;
}

/** Everything that is 待归类, by platform and code, the most frequent first. */
export function unmappedCodes(source: DataSource): Promise<UnmappedCode[]> {
  return ask<UnmappedCode>(
    source,
    `select platform, coalesce(source_category->>'system', '') as system, coalesce(source_category->>'code', '') as code,
       coalesce(source_category->>'name', '') as name, count(*)::int as reports, max(reported_at) as last
     from reports where category = $1 and withdrawn_at is null
     group by 1, 2, 3, 4 order by reports desc, platform, system, code, name`,
    [UNCLASSIFIED],
  );
}
