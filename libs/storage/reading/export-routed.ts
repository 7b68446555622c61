import type { DataSource } from 'typeorm';
import type { CaseNumber, DepartmentId, ExternalId, PlatformId } from '#domain/ids.js';
import { ask } from './ask.js';

/** Which case a report is in, and where that case was sent first; `null` while nobody was found for it. */
export interface RoutedReport {
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly caseNumber: CaseNumber;
  readonly routedTo: DepartmentId | null;
}

/** Every report with its case, for those who know the truth and score the hub by it. */
export function exportRowsForScore(source: DataSource): Promise<RoutedReport[]> {
  return ask<RoutedReport>(
    source,
    `select r.platform, r.external_id as "externalId", c.number as "caseNumber", c.routed_to as "routedTo"
     from reports r join cases c on c.id = r.case_id order by r.platform, r.external_id`,
  );
}
