import type { Case, CaseEvent } from './case.js';
import { owedAround } from './owed-around.js';
import { refusalInWords } from './refusal-reasons.js';
import { answers, webhookTo, type AttachedReport, type DeliveryDraft, type DispatchFacts } from './owed-messages.js';

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
        ...recall(goneFrom(before, after), before, event.data.because),
        ...dispatched(after, event.data.because, reports, facts),
      ];
    case 'case.held':
      return recall(goneFrom(before, after), before, event.data.because);
    case 'case.returned':
      return recall(before?.coHandlers ?? [], before, event.data.reason);
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
        ? toAll(after, 'case.merged', { into: event.data.intoNumber, because: event.data.because })
        : [];
    case 'case.progressed':
      return answers(after, reports, 'progress', event.data.note, facts);
    case 'case.handled':
      return answers(after, reports, 'answer', event.data.result, facts);
    case 'case.refused':
      return answers(after, reports, 'answer', refusalInWords(event.data.code, event.data.reason), facts);
    case 'case.settled_on_the_spot':
      // Where it was raised on the spot, the citizen was answered face to face.
      return before?.status === 'held' ? answers(after, reports, 'answer', event.data.how, facts) : [];
    case 'case.forced_closed':
      return [
        ...toAll(after, 'case.closed', { because: event.data.because }),
        ...(after.answer ? [] : answers(after, reports, 'answer', event.data.because, facts)),
      ];
    case 'case.reworked':
    case 'case.closed':
    case 'case.withdrawn':
      return toAll(after, WEBHOOK_TYPES[event.type], { because: event.data.because });
    default:
      return owedAround(after, event, reports, facts);
  }
}

/** What departments are told when the case moves without them. */
const WEBHOOK_TYPES = {
  'case.reworked': 'case.reworked',
  'case.closed': 'case.closed',
  'case.withdrawn': 'case.recalled',
} as const;

const webhook = (of: Case, type: string, data: Record<string, unknown>): DeliveryDraft =>
  webhookTo(of.lead ?? '', of, type, data);

const departmentsOf = (of: Case | undefined): string[] => [
  ...new Set([of?.lead, ...(of?.coHandlers ?? [])].filter((department) => department !== undefined)),
];

const toAll = (of: Case, type: string, data: Record<string, unknown>): DeliveryDraft[] =>
  departmentsOf(of).map((department) => webhookTo(department, of, type, data));

/** Who had the case and has it no more. */
const goneFrom = (before: Case | undefined, after: Case): string[] =>
  departmentsOf(before).filter((department) => !departmentsOf(after).includes(department));

const recall = (departments: readonly string[], before: Case | undefined, because: string): DeliveryDraft[] =>
  before === undefined ? [] : departments.map((department) => webhookTo(department, before, 'case.recalled', { because }));

/** The lead answers for the case; co-handlers are told the same, and that they are beside it. */
function dispatched(after: Case, because: string, reports: readonly AttachedReport[], facts: DispatchFacts): DeliveryDraft[] {
  const data = dispatchData(after, because, reports, facts);
  return departmentsOf(after).map((department) =>
    webhookTo(department, after, 'case.dispatched', { ...data, role: department === after.lead ? 'lead' : 'co-handler' }),
  );
}

/** Whether a department has the case and has not handed it in. */
const isAtWork = ({ status }: Case): boolean => status === 'dispatched' || status === 'handling';

/** Who joins a case in hand makes its department know; who joins an answered one is answered. */
function owedToJoiner(after: Case, reports: readonly AttachedReport[], facts: DispatchFacts): DeliveryDraft[] {
  if (isAtWork(after)) {
    return [webhook(after, 'case.report_attached', { reports: reports.map(reportData) })];
  }
  const isTold = after.answer !== undefined && after.status !== 'checking';
  return isTold ? answers(after, reports, 'answer', after.answer.text, facts) : [];
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
