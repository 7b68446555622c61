import type { CaseId } from '../ids.js';
import type { Case, CaseEvent, CaseEventType } from './case.js';
import type { CommandName } from './case-status.js';
import { moveOf } from './case-status.js';
import { evolveProceedings } from './evolve-proceedings.js';
import { NO_PROCEEDINGS } from './proceedings.js';
import { higherOf } from './supervision.js';

type OpenedEvent = Extract<CaseEvent, { type: 'case.opened' }>;

/** The case as its first event makes it. */
export function openCase(id: CaseId, event: OpenedEvent): Case {
  const { reportId: _first, ...facts } = event.data;
  const nothingYet = { coHandlers: [], returnedBy: [], round: 1, proceedings: NO_PROCEEDINGS } as const;
  return { ...facts, ...nothingYet, id, version: 1, status: 'received', openedAt: event.at };
}

/** The case after one more event. Replaying a history from `openCase` gives the case as stored. */
export function evolveCase(before: Case, event: CaseEvent): Case {
  const proceedings = evolveProceedings(before, event);
  return { ...before, ...changesOf(before, event), proceedings, version: before.version + 1 };
}

const moved = (before: Case, command: CommandName): Pick<Case, 'status'> => ({
  status: moveOf(command, before.status) ?? before.status,
});

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
type Changes = { readonly [Type in CaseEventType]?: (before: Case, event: EventOf<Type>) => Partial<Case> };

const NOBODY = { lead: undefined, coHandlers: [] } as const;
const NO_ANSWER = { answer: undefined, answeredAt: undefined } as const;

/** What each event changes. Events that are not here only lengthen the history. */
const CHANGES: Changes = {
  'case.filed': (before) => moved(before, 'file'),
  'case.refused': (before, { at }) => ({ ...moved(before, 'refuse'), closedAt: at }),
  'case.held': (before) => ({ ...moved(before, 'hold'), ...NOBODY }),
  'case.settled_on_the_spot': (before, { at }) => ({ ...moved(before, 'settle-on-the-spot'), closedAt: at }),
  'case.dispatched': (before, { data }) => ({ ...moved(before, 'dispatch'), lead: data.lead, coHandlers: data.coHandlers }),
  'case.signed': (before) => moved(before, 'sign'),
  'case.returned': (before, { data }) => ({
    ...moved(before, 'return'),
    ...NOBODY,
    returnedBy: [...before.returnedBy, data.department],
  }),
  'case.submitted': (before, { at, data }) => ({
    ...moved(before, 'submit'),
    answer: { text: data.result, department: data.department, at },
  }),
  'case.handled': (before, { at, data }) => ({
    ...moved(before, before.status === 'checking' ? 'check' : 'hand-in'),
    answer: { text: data.result, department: data.department, at },
  }),
  'case.forced_closed': (before, { at }) => ({ ...moved(before, 'force-close'), closedAt: at }),
  'case.supervised': ({ supervision }, { data }) => ({ supervision: higherOf(supervision, data.level) }),
  'case.answered': (before, { at }) => ({ ...moved(before, 'confirm-answers'), answeredAt: at }),
  'case.reworked': (before) => ({ ...moved(before, 'rework'), ...NO_ANSWER, round: before.round + 1 }),
  'case.closed': (before, { at }) => ({ ...moved(before, 'close'), closedAt: at }),
  'case.reopened': (before) => ({
    ...moved(before, 'reopen'),
    ...NOBODY,
    ...NO_ANSWER,
    closedAt: undefined,
    round: before.round + 1,
  }),
  'case.withdrawn': (before, { at }) => ({ ...moved(before, 'withdraw'), closedAt: at }),
  'case.merged': (before, { at, data }) => ({ ...moved(before, 'merge'), closedAt: at, mergedInto: data.into }),
  'case.restored': (before) => ({ ...moved(before, 'restore'), ...NOBODY, closedAt: undefined, mergedInto: undefined }),
  'case.recurrence_linked': (_before, { data }) => ({ recurrenceOf: data.of }),
  'reports.joined': (_before, { data }) => ({ ...data.face }),
  'reports.left': (_before, { data }) => ({ ...data.face }),
};

function changesOf(before: Case, event: CaseEvent): Partial<Case> {
  const change = CHANGES[event.type] as ((before: Case, event: CaseEvent) => Partial<Case>) | undefined;
  return change?.(before, event) ?? {};
}
