const DAY_MS = 86_400_000;

/** The ISO week of a day of the calendar, `2026-W47`: that of its Thursday. */
export function weekOf(day: Date): string {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The last so many weeks up to that of `today` (`yyyy-MM-dd`), newest first. */
export function lastWeeks(today: string, count: number): string[] {
  const now = new Date(`${today}T00:00:00Z`).getTime();
  return Array.from({ length: count }, (_, back) => weekOf(new Date(now - back * 7 * DAY_MS)));
}
