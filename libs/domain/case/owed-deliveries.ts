import type { Delivery } from '../delivery/delivery.js';
import type { ExternalId, PlatformId, ReportId } from '../ids.js';
import type { Case, CaseEvent } from './case.js';

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

/**
 * What one event makes us owe, and to whom. `reports` are those the event touches: the new one when one was attached, all of
 * them when the case was answered.
 */
export function owedDeliveries(
  before: Case | undefined,
  after: Case,
  event: CaseEvent,
  reports: readonly AttachedReport[],
  facts: DispatchFacts,
): DeliveryDraft[] {
  switch (event.type) {
    case 'case.dispatched':
      return [
        ...recall(before, event.data.lead, event.data.because),
        webhook(after, 'case.dispatched', dispatchData(after, event.data.because, reports, facts)),
      ];
    case 'report.attached':
      return owedToJoiner(after, reports, facts);
    case 'reports.joined':
      return reports.length > 0 ? owedToJoiner(after, reports, facts) : [];
    case 'reports.left':
      return isAtWork(after)
        ? [webhook(after, 'case.report_detached', { title: after.title, reports: reports.map(reportData) })]
        : [];
    case 'case.merged':
      return event.data.departmentKnows
        ? [webhook(after, 'case.merged', { into: event.data.intoNumber, because: event.data.because })]
        : [];
    case 'case.progressed':
      return answers(after, reports, 'progress', event.data.note, facts);
    case 'case.handled':
      return answers(after, reports, 'answer', event.data.result, facts);
    case 'case.reworked':
    case 'case.closed':
    case 'case.withdrawn':
      return after.lead ? [webhook(after, WEBHOOK_TYPES[event.type], { because: event.data.because })] : [];
    default:
      return [];
  }
}

/** What a department is told when the case moves without it. */
const WEBHOOK_TYPES = {
  'case.reworked': 'case.reworked',
  'case.closed': 'case.closed',
  'case.withdrawn': 'case.recalled',
} as const;

/** A case that goes to another department is taken away from the one that had it. */
const recall = (before: Case | undefined, lead: string, because: string): DeliveryDraft[] =>
  before?.lead !== undefined && before.lead !== lead ? [webhook(before, 'case.recalled', { because })] : [];

/** Whether a department has the case and has not handed it in. */
const isAtWork = ({ status }: Case): boolean => status === 'dispatched' || status === 'handling';

/** Who joins a case in hand makes its department know; who joins an answered one is answered. */
function owedToJoiner(after: Case, reports: readonly AttachedReport[], facts: DispatchFacts): DeliveryDraft[] {
  if (isAtWork(after)) {
    return [webhook(after, 'case.report_attached', { reports: reports.map(reportData) })];
  }
  return after.answer ? answers(after, reports, 'answer', after.answer.text, facts) : [];
}

function webhook(of: Case, type: string, data: Record<string, unknown>): DeliveryDraft {
  return {
    channel: 'webhook',
    target: of.lead ?? '',
    caseId: of.id,
    type,
    payload: { caseNumber: of.number, version: of.version, ...data },
  };
}

const reportData = (report: AttachedReport) => ({
  platform: report.platform,
  externalId: report.externalId,
  text: report.body,
});

function dispatchData(of: Case, because: string, reports: readonly AttachedReport[], facts: DispatchFacts) {
  return {
    category: { code: of.category, name: facts.categoryName },
    title: of.title,
    description: reports[0]?.body ?? of.title,
    place: of.place,
    urgency: of.urgency,
    dueAt: facts.dueAt,
    reports: reports.map(reportData),
    because,
  };
}

function answers(
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
