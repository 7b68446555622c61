import type { Case, CaseEvent } from './case.js';
import type { CaseProceedingData } from './case-proceeding-data.js';
import type { Proceedings, WhistleCall } from './proceedings.js';

type ProceedingEventType =
  | keyof CaseProceedingData
  | 'case.dispatched'
  | 'case.held'
  | 'case.handled'
  | 'case.reopened'
  | 'case.restored'
  | 'case.revisited'
  | 'case.returned';
type Changes = {
  readonly [Type in ProceedingEventType]?: (before: Case, event: Extract<CaseEvent, { type: Type }>) => Partial<Proceedings>;
};

/** Who asked, and what stands still, belongs to the round of handling that ends. */
const ROUND_ENDS = { request: undefined, suspension: undefined, claim: undefined } as const;

const CHANGES: Changes = {
  'case.dispatched': (_before, { data }) => ({ mode: data.mode, request: undefined }),
  'case.held': () => ({ mode: undefined, request: undefined }),
  'case.returned': () => ({ mode: undefined, request: undefined }),
  'case.submitted': () => ROUND_ENDS,
  'case.handled': () => ROUND_ENDS,
  'case.forced_closed': () => ROUND_ENDS,
  'case.reopened': ({ proceedings }) => ({
    ...ROUND_ENDS,
    mode: undefined,
    lookBack: undefined,
    ...withoutUnanswered(proceedings),
  }),
  'case.restored': ({ proceedings }) => ({ ...ROUND_ENDS, mode: undefined, ...withoutUnanswered(proceedings) }),
  'case.requested': (_before, { data }) => ({ request: data }),
  'case.request_refused': () => ({ request: undefined }),
  'case.extended': () => ({ request: undefined }),
  'case.suspended': (_before, { at, data }) => ({
    request: undefined,
    suspension: { since: at.toISOString(), until: data.until, because: data.because },
  }),
  'case.resumed': () => ({ suspension: undefined }),
  'case.revisited': ({ proceedings }, { data }) => ({
    unsatisfied: proceedings.unsatisfied + (data.solved && data.satisfied ? 0 : 1),
  }),
  'whistle.blown': ({ proceedings }, { data: { departments, ...whistle } }) => ({
    whistles: [...proceedings.whistles, { ...whistle, calls: departments.map((department) => ({ department })) }],
  }),
  'whistle.answered': ({ proceedings }, { at, data }) =>
    changeCall(proceedings, data, (call) => ({ ...call, checkedInAt: at.toISOString() })),
  'whistle.scored': ({ proceedings }, { data }) => changeCall(proceedings, data, (call) => ({ ...call, score: data.score })),
  'meeting.called': ({ proceedings }, { data }) => ({ meetings: [...proceedings.meetings, data] }),
  'meeting.decided': ({ proceedings }, { data }) => ({
    meetings: proceedings.meetings.map((meeting) =>
      meeting.id === data.meeting ? { ...meeting, decision: data.decision } : meeting,
    ),
  }),
  'commitment.made': ({ proceedings }, { data }) => ({ commitments: [...proceedings.commitments, data] }),
  'commitment.kept': ({ proceedings }, { at, data }) => ({
    commitments: proceedings.commitments.map((made) =>
      made.id === data.commitment ? { ...made, keptAt: at.toISOString() } : made,
    ),
  }),
  'case.claimed': (_before, { data: { partner, dueAt } }) => ({ claim: { partner, dueAt } }),
  'case.claim_released': () => ({ claim: undefined }),
  'look_back.planned': (_before, { data }) => ({ lookBack: { looks: data.looks, seen: 0, isDue: false } }),
  'look_back.due': ({ proceedings: { lookBack } }) => ({ lookBack: { ...lookBack!, isDue: true } }),
  'look_back.done': ({ proceedings: { lookBack } }) => ({
    lookBack: lookBack!.seen + 1 < lookBack!.looks ? { ...lookBack!, seen: lookBack!.seen + 1, isDue: false } : undefined,
  }),
};

/** What goes on around a case after one more event; the same value when the event says nothing of it. */
export function evolveProceedings(before: Case, event: CaseEvent): Proceedings {
  const change = CHANGES[event.type as ProceedingEventType] as
    ((before: Case, event: CaseEvent) => Partial<Proceedings>) | undefined;
  const changed = Object.entries(change?.(before, event) ?? {}) as [keyof Proceedings, unknown][];
  const isNews = changed.some(([part, value]) => before.proceedings[part] !== value);
  return isNews ? withoutAbsent({ ...before.proceedings, ...Object.fromEntries(changed) }) : before.proceedings;
}

/** Whoever had not come when the case ended is not called any more, and what was not decided is not waited for. */
const withoutUnanswered = ({ whistles, meetings }: Proceedings): Pick<Proceedings, 'whistles' | 'meetings'> => ({
  whistles: whistles.map((whistle) => ({ ...whistle, calls: whistle.calls.filter(({ checkedInAt }) => checkedInAt) })),
  meetings: meetings.filter(({ decision }) => decision !== undefined),
});

/** What is absent has no key, so that the value is the same before and after it was stored as JSON. */
const withoutAbsent = (value: Proceedings): Proceedings =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as unknown as Proceedings;

function changeCall(
  { whistles }: Proceedings,
  { whistle, department }: { readonly whistle: number; readonly department: string },
  change: (call: WhistleCall) => WhistleCall,
): Partial<Proceedings> {
  return {
    whistles: whistles.map((one) =>
      one.id === whistle
        ? { ...one, calls: one.calls.map((call) => (call.department === department ? change(call) : call)) }
        : one,
    ),
  };
}
