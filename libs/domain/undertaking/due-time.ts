import { addLimit } from '../deadline/add-limit.js';
import type { DeadlinePolicy } from '../deadline/deadline-policy.js';
import type { WorkCalendar } from '../deadline/work-calendar.js';
import type { Due } from './undertaking.js';

/** A due time that somebody named. Its clock warns after the usual share of the plain time until then, at the latest when it is due. */
export function namedDue(now: Date, dueAt: Date, { warnAtShare }: DeadlinePolicy): Due {
  const run = Math.max(0, dueAt.getTime() - now.getTime());
  return { dueAt, warnAt: new Date(Math.min(dueAt.getTime(), now.getTime() + run * warnAtShare)) };
}

/** What a partner has that claimed without naming a day: the `claim` limit of the deadline policy. */
export function usualDue(now: Date, { stages: { claim }, warnAtShare }: DeadlinePolicy, calendar: WorkCalendar): Due {
  const warnAt = addLimit(now, { ...claim, amount: claim.amount * warnAtShare }, calendar);
  return { dueAt: addLimit(now, claim, calendar), warnAt };
}
