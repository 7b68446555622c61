import { promiseDeadlines } from '#domain/deadline/promise-deadlines.js';
import type { PromisedReport, RoutedReport } from '../batch.js';
import type { City } from '../city.js';

/** Step 8. The due times we give ourselves for each case that opens, with the rule each comes from. */
export function promiseDueTimes(routed: readonly RoutedReport[], city: City, openedAt: Date): PromisedReport[] {
  const { deadlines, calendar } = city.reference;
  return routed.map((report) => {
    if (!report.route) return { ...report, promises: [] };
    const { category, nature, urgency, sourceDueAt } = report.report;
    return { ...report, promises: promiseDeadlines(deadlines, { category, nature, urgency, openedAt, sourceDueAt }, calendar) };
  });
}
