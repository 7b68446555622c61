import type { Case, CaseEvent } from './case.js';
import { answers, webhookTo, type AttachedReport, type DeliveryDraft, type DispatchFacts } from './owed-messages.js';

/** What the proceedings around a case make us owe: the departments they concern are told, and citizens what changes for them. */
export function owedAround(
  after: Case,
  event: CaseEvent,
  reports: readonly AttachedReport[],
  facts: DispatchFacts,
): DeliveryDraft[] {
  const toLead = (type: string, data: Record<string, unknown>): DeliveryDraft[] =>
    after.lead === undefined ? [] : [webhookTo(after.lead, after, type, data)];
  const toCitizens = (text: string): DeliveryDraft[] => answers(after, reports, 'progress', text, facts);
  switch (event.type) {
    case 'case.request_refused':
      return toLead('case.request_refused', { ...event.data });
    case 'case.extended':
      return [...toLead('case.extended', event.data), ...toCitizens(`办理时间延长: ${event.data.reason}`)];
    case 'case.suspended':
      return [...toLead('case.suspended', event.data), ...toCitizens(`暂时无法办理: ${event.data.because}`)];
    case 'case.resumed':
      return [...toLead('case.resumed', event.data), ...toCitizens('恢复办理')];
    case 'case.due_soon':
    case 'case.supervised': {
      const { clock, ...data } = event.data;
      const department = departmentOf(clock, after);
      return department === undefined ? [] : [webhookTo(department, after, event.type, { ...data, clock })];
    }
    case 'whistle.blown': {
      const { id: whistle, kind, street, because } = event.data;
      const data = { whistle, kind, street, because, title: after.title, place: after.place };
      return event.data.departments.map((department) => webhookTo(department, after, 'whistle.blown', data));
    }
    case 'meeting.decided':
      return toLead('meeting.decided', event.data);
    case 'commitment.made':
      return [webhookTo(event.data.department, after, 'commitment.made', { ...event.data })];
    case 'commitment.reported':
    case 'commitment.kept':
      return toCitizens(event.data.note);
    case 'case.claimed':
      return toLead('case.claimed', { ...event.data });
    default:
      return [];
  }
}

/** Whose clock it is; without a clock it is the whole case's. Clocks of operators and of the hub itself are no department's business. */
function departmentOf(clock: string | undefined, { lead, proceedings }: Case): string | undefined {
  const [kind, which, department] = (clock ?? 'resolve').split('/');
  switch (kind) {
    case 'sign':
    case 'first-contact':
    case 'resolve':
    case 'claim':
      return lead;
    case 'whistle':
      return department;
    case 'commitment':
      return proceedings.commitments.find(({ id }) => id === Number(which))?.department;
    default:
      return undefined;
  }
}
