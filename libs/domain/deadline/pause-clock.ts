import type { DuePromise, TimeUnit } from './deadline-policy.js';
import type { WorkCalendar } from './work-calendar.js';
import { workingDaysOf } from './working-days.js';

type Times = Pick<DuePromise, 'warnAt' | 'dueAt'>;

/** Moves an instant by what a clock of this unit lost from `from` to `to`. */
function mover(unit: TimeUnit, from: number, to: number, calendar: WorkCalendar): (instant: number) => number {
  if (unit === 'urgent-hour' || unit === 'natural-day') return (instant) => instant + (to - from);
  const days = workingDaysOf(calendar);
  const lost = days.between(from, to);
  return (instant) => days.add(instant, lost);
}

/**
 * The times of a clock that stood still (挂账) from `from` to `to`: it gets back what it lost in its own way of counting, so as much
 * of its time is left at `to` as was at `from`. What was past at `from` stays: a pause does not undo a warning or being late.
 */
export function givenBack(clock: Times & Pick<DuePromise, 'unit'>, from: Date, to: Date, calendar: WorkCalendar): Times {
  const { warnAt, dueAt, unit } = clock;
  if (to <= from) return { warnAt, dueAt };
  const move = mover(unit, from.getTime(), to.getTime(), calendar);
  const after = (instant: Date): Date => (instant <= from ? instant : new Date(move(instant.getTime())));
  return { warnAt: after(warnAt), dueAt: after(dueAt) };
}
