import type { CaseEvent } from './case.js';
import type { CommandOf, Deeds, Stamp } from './deeds.js';

type ProceedingCommand =
  | 'submit'
  | 'co-sign'
  | 'request-extension'
  | 'request-suspension'
  | 'grant-request'
  | 'refuse-request'
  | 'suspend'
  | 'resume'
  | 'check'
  | 'force-close'
  | 'supervise'
  | 'blow-whistle'
  | 'check-in'
  | 'score-whistle'
  | 'call-meeting'
  | 'decide-meeting'
  | 'report-commitment'
  | 'keep-commitment'
  | 'claim'
  | 'release-claim'
  | 'plan-look-back'
  | 'open-look-back'
  | 'look-back';

/** What each command of the proceedings around a case makes happen. */
export const PROCEEDING_DEEDS: Deeds<ProceedingCommand> = {
  submit: (by, { department, result }) => [{ ...by, type: 'case.submitted', data: { department, result } }],
  'co-sign': (by, { department }) => [{ ...by, type: 'case.co_signed', data: { department } }],
  'request-extension': (by, command) => [requested(by, command, 'extension')],
  'request-suspension': (by, command) => [requested(by, command, 'suspension')],
  'grant-request': (by, { because }, { proceedings }) => {
    const { kind, until, reason } = proceedings.request!;
    return kind === 'extension'
      ? [{ ...by, type: 'case.extended', data: { until, reason, because } }]
      : [{ ...by, type: 'case.suspended', data: { until, because: reason } }];
  },
  'refuse-request': (by, { because }, { proceedings }) => [
    { ...by, type: 'case.request_refused', data: { ...proceedings.request!, because } },
  ],
  suspend: (by, { until, because }) => [{ ...by, type: 'case.suspended', data: { until, because } }],
  resume: (by, { because }) => [{ ...by, type: 'case.resumed', data: { because } }],
  check: (by, { passed, note }, { answer }) => [
    { ...by, type: 'case.checked', data: { passed, note } },
    passed
      ? { ...by, type: 'case.handled', data: { department: answer!.department, result: answer!.text } }
      : { ...by, type: 'case.reworked', data: { because: `核查未通过: ${note}` } },
  ],
  'force-close': (by, { because }) => [{ ...by, type: 'case.forced_closed', data: { because } }],
  supervise: (by, { level, because, clock }) => [
    { ...by, type: 'case.supervised', data: { level, because, ...(clock !== undefined && { clock }) } },
  ],
  'blow-whistle': (by, { kind, street, departments, because }, { proceedings }) => [
    {
      ...by,
      type: 'whistle.blown',
      data: { id: nextId(proceedings.whistles), kind, street, because, departments: [...new Set(departments)] },
    },
  ],
  'check-in': (by, { department, whistle }) => [{ ...by, type: 'whistle.answered', data: { whistle, department } }],
  'score-whistle': (by, { whistle, called, score }) => [
    { ...by, type: 'whistle.scored', data: { whistle, department: called, score } },
  ],
  'call-meeting': (by, { kind, subject, at, participants }, { proceedings }) => [
    { ...by, type: 'meeting.called', data: { id: nextId(proceedings.meetings), kind, subject, at, participants } },
  ],
  'decide-meeting': (by, { meeting, decision, commitments }, { proceedings }) => [
    { ...by, type: 'meeting.decided', data: { meeting, decision } },
    ...commitments.map(({ department, what, dueAt }, index): CaseEvent => {
      const id = nextId(proceedings.commitments) + index;
      return { ...by, type: 'commitment.made', data: { id, meeting, department, what, dueAt } };
    }),
  ],
  'report-commitment': (by, { department, commitment, note }) => [
    { ...by, type: 'commitment.reported', data: { department, commitment, note } },
  ],
  'keep-commitment': (by, { department, commitment, note }) => [
    { ...by, type: 'commitment.kept', data: { department, commitment, note } },
  ],
  claim: (by, { partner, dueAt, because }) => [{ ...by, type: 'case.claimed', data: { partner, dueAt, because } }],
  'release-claim': (by, { because }) => [{ ...by, type: 'case.claim_released', data: { because } }],
  'plan-look-back': (by, _plan, _current, { lookBack }) => [
    { ...by, type: 'look_back.planned', data: { looks: Math.max(1, lookBack.after.length) } },
  ],
  'open-look-back': (by, _open, { proceedings }) => [
    { ...by, type: 'look_back.due', data: { look: proceedings.lookBack!.seen + 1 } },
  ],
  'look-back': (by, { passed, note }, { proceedings }) => [
    { ...by, type: 'look_back.done', data: { look: proceedings.lookBack!.seen + 1, passed, note } },
    ...(passed ? [] : [{ ...by, type: 'case.reopened', data: { because: `回头看未通过: ${note}` } } as const]),
  ],
};

/** One more than any before. */
const nextId = (list: readonly { readonly id: number }[]): number => Math.max(0, ...list.map(({ id }) => id)) + 1;

function requested(
  by: Stamp,
  { department, reason, until }: CommandOf<'request-extension' | 'request-suspension'>,
  kind: 'extension' | 'suspension',
): CaseEvent {
  return { ...by, type: 'case.requested', data: { kind, department, reason, until } };
}
