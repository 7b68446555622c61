import type { Delivery } from '../delivery/delivery.js';
import type { ExternalId, PlatformId, ReportId } from '../ids.js';
import type { Case } from './case.js';

/** A report of the case, as far as answering and dispatching need it. */
export interface AttachedReport {
  readonly id: ReportId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly body: string;
  readonly withdrawn: boolean;
}

/** A message that is owed, before it has an id and a time. */
export type DeliveryDraft = Pick<Delivery, 'channel' | 'target' | 'caseId' | 'reportId' | 'type' | 'payload'>;

/** Facts a department is told beside the case itself. */
export interface DispatchFacts {
  readonly categoryName: string;
  readonly departmentName: (id: string) => string;
  /** ISO instants by clock, e.g. `resolve`. */
  readonly dueAt: Readonly<Record<string, string>>;
}

/** A message about a case to a department's endpoint. */
export function webhookTo(department: string, of: Case, type: string, data: Record<string, unknown>): DeliveryDraft {
  return {
    channel: 'webhook',
    target: department,
    caseId: of.id,
    type,
    payload: { caseNumber: of.number, version: of.version, ...data },
  };
}

/** What citizens are told on the platforms where they asked: the answer (办结答复), or how it goes (阶段反馈). */
export function answers(
  of: Case,
  reports: readonly AttachedReport[],
  type: 'answer' | 'progress',
  text: string,
  facts: DispatchFacts,
): DeliveryDraft[] {
  const department = of.lead ? facts.departmentName(of.lead) : '';
  return reports
    .filter((report) => !report.withdrawn)
    .map((report) => ({
      channel: 'write-back',
      target: report.platform,
      caseId: of.id,
      reportId: report.id,
      type,
      payload: { externalId: report.externalId, text, department },
    }));
}
