import type { Undertaking, UndertakingEvent } from './undertaking.js';

/**
 * What the clock of an undertaking has to say now: that it is due soon, that it is overdue, or both where nobody looked in between.
 * Each is said once a due time, also when the clock is set back.
 */
export function ringUndertaking({ pledge, endedAt, warnedAt, overdueAt }: Undertaking, now: Date): UndertakingEvent[] {
  if (pledge === undefined || endedAt !== undefined) return [];
  const events: UndertakingEvent[] = [];
  const line = { at: now, actor: 'hub', data: { dueAt: pledge.dueAt.toISOString() } } as const;
  if (pledge.warnAt <= now && warnedAt === undefined) events.push({ ...line, type: 'undertaking.due_soon' });
  if (pledge.dueAt <= now && overdueAt === undefined) events.push({ ...line, type: 'undertaking.overdue' });
  return events;
}
