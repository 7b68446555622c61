import type { Case, CaseEvent, CaseEventType } from '../case/case.js';
import { isFinal } from '../case/case-status.js';
import { addLimit } from './add-limit.js';
import { chooseLimits } from './choose-limits.js';
import type { DeadlinePolicy, DuePromise, TimeLimit } from './deadline-policy.js';
import { givenBack } from './pause-clock.js';
import type { ClockName, RunningClock } from './running-clock.js';
import { limitInWords } from './limit-words.js';
import type { WorkCalendar } from './work-calendar.js';

/** What an event does to one clock of its case. */
export type ClockMove =
  | { readonly kind: 'start'; readonly clock: RunningClock }
  | { readonly kind: 'stop'; readonly name: ClockName }
  | { readonly kind: 'pause'; readonly name: ClockName; readonly at: Date }
  | { readonly kind: 'change'; readonly clock: RunningClock };

export interface ClockRules {
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkCalendar;
}

/** A clock that was promised and starts to run. */
export const started = ({ clock, startsAt, warnAt, dueAt, unit, because }: DuePromise): RunningClock => ({
  name: clock,
  startsAt,
  warnAt,
  dueAt,
  unit,
  because,
  rung: 0,
});

/** Clocks of the department, which stand still while a case is suspended (挂账). */
const PAUSED_BY_SUSPENSION: readonly ClockName[] = ['sign', 'first-contact', 'resolve', 'claim'];
/** A promise to go on after the closing is kept after the closing. */
const OUTLIVES_THE_CASE = /^(commitment\/|look-back)/;

/** What stops which clocks: the event that proves the promise was kept, or takes its ground away. */
const STOPS: { readonly [Type in CaseEventType]?: (event: Extract<CaseEvent, { type: Type }>) => readonly ClockName[] } = {
  'case.filed': () => ['accept'],
  'case.dispatched': () => ['dispatch', 'decide'],
  'case.held': () => ['sign', 'decide'],
  'case.returned': () => ['sign', 'decide'],
  'case.signed': () => ['sign'],
  'case.progressed': () => ['first-contact'],
  'case.submitted': () => ['first-contact', 'resolve', 'decide', 'claim'],
  'case.handled': () => ['first-contact', 'resolve', 'decide', 'claim', 'check'],
  'case.reworked': () => ['check', 'answer'],
  'case.answered': () => ['answer'],
  'case.extended': () => ['decide'],
  'case.request_refused': () => ['decide'],
  'case.suspended': () => ['decide'],
  'case.resumed': () => ['suspension'],
  'case.claim_released': () => ['claim'],
  'case.reopened': () => ['look-back', 'look-back-visit'],
  'whistle.answered': ({ data }) => [`whistle/${data.whistle}/${data.department}`],
  'meeting.decided': ({ data }) => [`meeting/${data.meeting}`],
  'commitment.kept': ({ data }) => [`commitment/${data.commitment}`],
  'look_back.due': () => ['look-back'],
  'look_back.done': () => ['look-back-visit'],
};

/** How long something may take, or until when. */
interface Promised {
  readonly name: ClockName;
  /** When it begins; absent: with the event. */
  readonly from?: string;
  readonly limit?: TimeLimit;
  readonly until?: string;
  readonly because: string;
  /** Nobody is warned before the time has come. */
  readonly isQuiet?: boolean;
}

type Starts = {
  readonly [Type in CaseEventType]?: (
    after: Case,
    event: Extract<CaseEvent, { type: Type }>,
    policy: DeadlinePolicy,
  ) => readonly Promised[];
};

/** What starts which clocks. The clocks of a case that opens are promised by the deadline policy's rules instead. */
const STARTS: Starts = {
  'case.dispatched': (after, _event, policy) => [{ name: 'sign', limit: limitOf('sign', after, policy), because: '派遣后签收' }],
  'case.held': (after, _event, policy) => [{ name: 'dispatch', limit: limitOf('dispatch', after, policy), because: '待派遣' }],
  'case.returned': (after, _event, policy) => [
    { name: 'dispatch', limit: limitOf('dispatch', after, policy), because: '退单后重新派遣' },
  ],
  'case.submitted': (_after, _event, { stages: { check } }) => [{ name: 'check', limit: check, because: '办结后核查' }],
  'case.handled': (_after, _event, { stages: { answer } }) => [
    { name: 'answer', limit: answer, because: '办结后答复每位诉求人' },
  ],
  'case.reworked': (_after, _event, { stages: { rework } }) => [{ name: 'resolve', limit: rework, because: '返工办结' }],
  'case.restored': (after, _event, policy) => [
    { name: 'dispatch', limit: limitOf('dispatch', after, policy), because: '撤销并案后派遣' },
  ],
  'case.reopened': (after, _event, policy) => [
    { name: 'dispatch', limit: limitOf('dispatch', after, policy), because: '重新开案后派遣' },
    { name: 'resolve', limit: policy.stages.rework, because: '重新开案后办结' },
  ],
  'case.requested': (_after, { data }, { stages: { decide } }) => [
    { name: 'decide', limit: decide, because: data.kind === 'extension' ? '审批延期申请' : '审批挂账申请' },
  ],
  'case.extended': (_after, { data }) => [{ name: 'resolve', until: data.until, because: `延期: ${data.reason}` }],
  'case.suspended': (_after, { data }) => [
    { name: 'suspension', until: data.until, because: `挂账: ${data.because}`, isQuiet: true },
  ],
  'case.claimed': (_after, { data }) => [{ name: 'claim', until: data.dueAt, because: `${data.partner}认领` }],
  'whistle.blown': (_after, { data }, { stages: { whistle } }) =>
    data.departments.map((department) => ({
      name: `whistle/${data.id}/${department}` as const,
      limit: whistle[data.kind],
      because: '吹哨后报到',
    })),
  'meeting.called': (_after, { data }, { stages: { decide } }) => [
    { name: `meeting/${data.id}`, from: data.at, limit: decide, because: `会后议定: ${data.subject}` },
  ],
  'commitment.made': (_after, { data }) => [{ name: `commitment/${data.id}`, until: data.dueAt, because: `承诺: ${data.what}` }],
  'look_back.planned': (_after, _event, { stages: { lookBack } }) => lookAgain(lookBack.after[0]),
  'look_back.due': (_after, _event, { stages: { check } }) => [
    { name: 'look-back-visit', limit: check, because: '回头看现场核查' },
  ],
  'look_back.done': ({ proceedings: { lookBack: more } }, _event, { stages: { lookBack } }) =>
    more === undefined ? [] : lookAgain(remaining(lookBack.after, more.seen)),
};

/** The limit of the rule for this kind of case, as when it was opened; where no rule has one, the stage's own. */
const limitOf = (clock: 'sign' | 'dispatch', of: Case, policy: DeadlinePolicy): TimeLimit =>
  chooseLimits(policy, of).find((chosen) => chosen.clock === clock)?.limit ?? policy.stages[clock];

const lookAgain = (limit: TimeLimit | undefined): Promised[] =>
  limit === undefined ? [] : [{ name: 'look-back', limit, because: '结案后回头看', isQuiet: true }];

/** The next look's distance from the one before: both are counted from the closing, in one unit. */
function remaining(after: readonly TimeLimit[], seen: number): TimeLimit | undefined {
  const [next, before] = [after.at(seen), after.at(seen - 1)];
  if (next === undefined || before?.unit !== next.unit) return next;
  return { ...next, amount: next.amount - before.amount };
}

/** What an event does to the clocks of its case, `after` being the case with the event. */
export function clockMoves(
  event: CaseEvent,
  after: Case,
  running: ReadonlyMap<ClockName, RunningClock>,
  rules: ClockRules,
): ClockMove[] {
  return [
    ...stopped(event, after, running).map((name): ClockMove => ({ kind: 'stop', name })),
    ...standing(event, running, rules),
    ...startedBy(event, after, rules).map((clock): ClockMove => ({ kind: 'start', clock })),
  ];
}

function stopped(event: CaseEvent, after: Case, running: ReadonlyMap<ClockName, RunningClock>): ClockName[] {
  const stops = STOPS[event.type] as ((event: CaseEvent) => readonly ClockName[]) | undefined;
  const named = (stops?.(event) ?? []).filter((name) => running.has(name));
  if (!isFinal(after.status)) return named;
  return [...new Set([...named, ...[...running.keys()].filter((name) => !OUTLIVES_THE_CASE.test(name))])];
}

/** 挂账 and its end: the department's clocks stand still, and get back what they lost. */
function standing(event: CaseEvent, running: ReadonlyMap<ClockName, RunningClock>, { calendar }: ClockRules): ClockMove[] {
  const clocks = PAUSED_BY_SUSPENSION.map((name) => running.get(name)).filter((clock) => clock !== undefined);
  if (event.type === 'case.suspended') {
    return clocks.filter(({ pausedAt }) => !pausedAt).map(({ name }) => ({ kind: 'pause', name, at: event.at }));
  }
  if (event.type !== 'case.resumed') return [];
  return clocks.flatMap((clock): ClockMove[] => {
    const { pausedAt, ...rest } = clock;
    if (pausedAt === undefined) return [];
    return [{ kind: 'change', clock: { ...rest, ...givenBack(rest, pausedAt, event.at, calendar) } }];
  });
}

function startedBy(event: CaseEvent, after: Case, rules: ClockRules): RunningClock[] {
  const starts = STARTS[event.type] as
    ((after: Case, event: CaseEvent, policy: DeadlinePolicy) => readonly Promised[]) | undefined;
  return (starts?.(after, event, rules.policy) ?? []).map((promised) => begin(promised, event.at, rules));
}

function begin(promised: Promised, event: Date, { policy, calendar }: ClockRules): RunningClock {
  const { name, from, limit, until, because, isQuiet } = promised;
  const at = from === undefined ? event : new Date(from);
  if (limit === undefined) {
    const dueAt = new Date(until!);
    const warnAt = isQuiet ? dueAt : new Date(at.getTime() + (dueAt.getTime() - at.getTime()) * policy.warnAtShare);
    return { name, startsAt: at, warnAt, dueAt, unit: 'natural-day', because, rung: 0 };
  }
  const dueAt = addLimit(at, limit, calendar);
  const warnAt = isQuiet ? dueAt : addLimit(at, { ...limit, amount: limit.amount * policy.warnAtShare }, calendar);
  return { name, startsAt: at, warnAt, dueAt, unit: limit.unit, because: `${because} ${limitInWords(limit)}`, rung: 0 };
}
