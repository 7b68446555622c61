import type { Nature } from '../report/report.js';
import { NATURES } from '../report/report.js';

/** How long a citizen's identity is kept after the case is closed; years, by what the citizen wanted. */
export interface RetentionPolicy {
  readonly years: number;
  readonly yearsOf: Partial<Readonly<Record<Nature, number>>>;
}

/** Whose time is over: reports of a nature whose case closed before an instant. */
export interface TimeIsOver {
  readonly nature: Nature;
  readonly closedBefore: Date;
}

/** What is to be forgotten now, nature by nature; a year ends on the same day of the calendar. */
export const overBy = ({ years, yearsOf }: RetentionPolicy, now: Date): TimeIsOver[] =>
  NATURES.map((nature) => ({ nature, closedBefore: yearsBefore(now, yearsOf[nature] ?? years) }));

function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  return then;
}
