import { addLimit } from './add-limit.js';
import { chooseLimits, type ChosenLimit, type DeadlineSubject } from './choose-limits.js';
import type { DeadlinePolicy, DuePromise } from './deadline-policy.js';
import type { WorkCalendar } from './work-calendar.js';

/** A case as the deadline policy sees it when its clocks start. */
export interface DeadlineStart extends DeadlineSubject {
  readonly openedAt: Date;
  /** The source platform's own deadline for the answer. */
  readonly sourceDueAt?: Date;
}

function promise({ clock, limit, because }: ChosenLimit, startsAt: Date, share: number, calendar: WorkCalendar): DuePromise {
  const warnAt = addLimit(startsAt, { ...limit, amount: limit.amount * share }, calendar);
  return { clock, startsAt, warnAt, dueAt: addLimit(startsAt, limit, calendar), unit: limit.unit, because };
}

/** The source's deadline is counted in plain time: its platform does not tell how it was worked out. */
function promiseToSource(startsAt: Date, dueAt: Date, share: number, ours: DuePromise | undefined): DuePromise {
  const run = Math.max(0, dueAt.getTime() - startsAt.getTime());
  const warnAt = new Date(Math.min(dueAt.getTime(), startsAt.getTime() + run * share));
  const because = ours ? `来源平台的期限，早于 ${ours.because}` : '来源平台的期限';
  return { clock: 'resolve', startsAt, warnAt, dueAt, unit: 'natural-day', because };
}

/** Every due time we give ourselves when a case opens; of our deadline for the answer and the source's own, the earlier one counts. */
export function promiseDeadlines(policy: DeadlinePolicy, start: DeadlineStart, calendar: WorkCalendar): DuePromise[] {
  const { openedAt, sourceDueAt } = start;
  const promises = chooseLimits(policy, start).map((limit) => promise(limit, openedAt, policy.warnAtShare, calendar));
  if (!sourceDueAt) return promises;
  const ours = promises.find(({ clock }) => clock === 'resolve');
  if (ours && ours.dueAt <= sourceDueAt) return promises;
  return [
    ...promises.filter(({ clock }) => clock !== 'resolve'),
    promiseToSource(openedAt, sourceDueAt, policy.warnAtShare, ours),
  ];
}
