import type { CaseId } from '../ids.js';
import type { Report } from '../report/report.js';

/** A report that is stored already, with its case. */
export interface KnownReport extends Report {
  readonly caseId: CaseId;
  readonly withdrawnAt?: Date;
}
