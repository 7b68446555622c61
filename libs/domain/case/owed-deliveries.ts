import type { Case, CaseEvent, CaseEventType } from './case.js';
import { owedAround } from './owed-around.js';
import { refusalInWords } from './refusal-reasons.js';
import { answers, webhookTo, type AttachedReport, type DeliveryDraft, type DispatchFacts } from './owed-messages.js';

/** The case before and after an event, the reports it touches, and what departments are told beside the case. */
interface Touched {
  readonly before: Case | undefined;
  readonly after: Case;
  readonly reports: readonly AttachedReport[];
  readonly facts: DispatchFacts;
}
type Owed = {
  readonly [Type in CaseEventType]?: (touched: Touched, event: Extract<CaseEvent, { type: Type }>) => DeliveryDraft[];
};

/** What the moves of a case make us owe; what goes on around it is in owed-around.ts. */
const OWED: Owed = {
  'case.dispatched': (touched, { data }) => [
    ...recall(goneFrom(touched), touched.before, data.because),
    ...dispatched(touched, data.because),
  ],
  'case.held': (touched, { data }) => recall(goneFrom(touched), touched.before, data.because),
  'case.returned': ({ before }, { data }) => recall(before?.coHandlers ?? [], before, data.reason),
  'report.attached': owedToJoiner,
  'reports.joined': (touched) => (touched.reports.length > 0 ? owedToJoiner(touched) : []),
  'reports.left': ({ after, reports }) =>
    isAtWork(after) ? [toLead(after, 'case.report_detached', { title: after.title, reports: reports.map(reportData) })] : [],
  'case.merged': ({ after }, { data: { departmentKnows, intoNumber: into, because } }) =>
    departmentKnows ? toAll(after, 'case.merged', { into, because }) : [],
  'case.progressed': ({ after, reports, facts }, { data }) => answers(after, reports, 'progress', data.note, facts),
  'case.handled': ({ after, reports, facts }, { data }) => answers(after, reports, 'answer', data.result, facts),
  'case.refused': ({ after, reports, facts }, { data }) =>
    answers(after, reports, 'answer', refusalInWords(data.code, data.reason), facts),
  // Where it was raised on the spot, the citizen was answered face to face.
  'case.settled_on_the_spot': ({ before, after, reports, facts }, { data }) =>
    before?.status === 'held' ? answers(after, reports, 'answer', data.how, facts) : [],
  'case.forced_closed': ({ after, reports, facts }, { data: { because } }) => [
    ...toAll(after, 'case.closed', { because }),
    ...(after.answer ? [] : answers(after, reports, 'answer', because, facts)),
  ],
  'case.reworked': ({ after }, { data }) => (after.lead === undefined ? [] : [toLead(after, 'case.reworked', data)]),
  'case.closed': ({ after }, { data }) => toAll(after, 'case.closed', data),
  'case.withdrawn': ({ after }, { data }) => toAll(after, 'case.recalled', data),
};

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
  const owed = OWED[event.type] as ((touched: Touched, event: CaseEvent) => DeliveryDraft[]) | undefined;
  return owed ? owed({ before, after, reports, facts }, event) : owedAround(after, event, reports, facts);
}

const toLead = (of: Case, type: string, data: Record<string, unknown>): DeliveryDraft => webhookTo(of.lead ?? '', of, type, data);

const departmentsOf = (of: Case | undefined): string[] => [
  ...new Set([of?.lead, ...(of?.coHandlers ?? [])].filter((department) => department !== undefined)),
];

const toAll = (of: Case, type: string, data: Record<string, unknown>): DeliveryDraft[] =>
  departmentsOf(of).map((department) => webhookTo(department, of, type, data));

/** Who had the case and has it no more. */
const goneFrom = ({ before, after }: Touched): string[] =>
  departmentsOf(before).filter((department) => !departmentsOf(after).includes(department));

const recall = (departments: readonly string[], before: Case | undefined, because: string): DeliveryDraft[] =>
  before === undefined ? [] : departments.map((department) => webhookTo(department, before, 'case.recalled', { because }));

/** The lead answers for the case; co-handlers are told the same, and that they are beside it. */
function dispatched({ after, reports, facts }: Touched, because: string): DeliveryDraft[] {
  const data = dispatchData(after, because, reports, facts);
  return departmentsOf(after).map((department) =>
    webhookTo(department, after, 'case.dispatched', { ...data, role: department === after.lead ? 'lead' : 'co-handler' }),
  );
}

/** Whether a department has the case and has not handed it in. */
const isAtWork = ({ status }: Case): boolean => status === 'dispatched' || status === 'handling';

/** Who joins a case in hand makes its department know; who joins an answered one is answered. */
function owedToJoiner({ after, reports, facts }: Touched): DeliveryDraft[] {
  if (isAtWork(after)) {
    return [toLead(after, 'case.report_attached', { reports: reports.map(reportData) })];
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
