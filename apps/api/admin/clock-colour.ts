export type ClockColour = 'green' | 'yellow' | 'red';

/** 红黄绿灯: red once due, yellow once it warns. */
export function clockColour(warnAt: Date | null, dueAt: Date | null, now: Date): ClockColour {
  if (dueAt !== null && dueAt <= now) return 'red';
  return warnAt !== null && warnAt <= now ? 'yellow' : 'green';
}
