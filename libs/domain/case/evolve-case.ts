import type { CaseId } from '../ids.js';
import type { Case, CaseEvent } from './case.js';
import type { CommandName } from './case-status.js';
import { moveOf } from './case-status.js';

type OpenedEvent = Extract<CaseEvent, { type: 'case.opened' }>;

/** The case as its first event makes it. */
export function openCase(id: CaseId, event: OpenedEvent): Case {
  const { reportId: _first, ...facts } = event.data;
  return { ...facts, id, version: 1, status: 'received', openedAt: event.at, coHandlers: [], returnedBy: [], round: 1 };
}

/** The case after one more event. Replaying a history from `openCase` gives the case as stored. */
export function evolveCase(before: Case, event: CaseEvent): Case {
  return { ...before, ...changesOf(before, event), version: before.version + 1 };
}

const moved = (before: Case, command: CommandName): Pick<Case, 'status'> => ({
  status: moveOf(command, before.status) ?? before.status,
});

function changesOf(before: Case, event: CaseEvent): Partial<Case> {
  switch (event.type) {
    case 'case.filed':
      return moved(before, 'file');
    case 'case.refused':
      return { ...moved(before, 'refuse'), closedAt: event.at };
    case 'case.held':
      return { ...moved(before, 'hold'), lead: undefined, coHandlers: [] };
    case 'case.dispatched':
      return { ...moved(before, 'dispatch'), lead: event.data.lead, coHandlers: event.data.coHandlers };
    case 'case.signed':
      return moved(before, 'sign');
    case 'case.returned':
      return {
        ...moved(before, 'return'),
        lead: undefined,
        coHandlers: [],
        returnedBy: [...before.returnedBy, event.data.department],
      };
    case 'case.handled':
      return {
        ...moved(before, 'hand-in'),
        answer: { text: event.data.result, department: event.data.department, at: event.at },
      };
    case 'case.answered':
      return { ...moved(before, 'confirm-answers'), answeredAt: event.at };
    case 'case.reworked':
      return { ...moved(before, 'rework'), round: before.round + 1, answer: undefined, answeredAt: undefined };
    case 'case.closed':
      return { ...moved(before, 'close'), closedAt: event.at };
    case 'case.reopened':
      return {
        ...moved(before, 'reopen'),
        closedAt: undefined,
        answer: undefined,
        answeredAt: undefined,
        lead: undefined,
        coHandlers: [],
        round: before.round + 1,
      };
    case 'case.withdrawn':
      return { ...moved(before, 'withdraw'), closedAt: event.at };
    case 'case.opened':
    case 'case.progressed':
    case 'case.revisited':
    case 'report.attached':
    case 'report.updated':
    case 'report.withdrawn':
      return {};
  }
}
