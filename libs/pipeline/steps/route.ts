import { routeCase } from '#domain/routing/route-case.js';
import type { MatchedReport, RoutedReport } from '../batch.js';
import type { City } from '../city.js';
import type { Suspects } from './suspect.js';

/** Step 7 (派单). A department for each case that opens, or the operators' queue, with the sentence that says why. */
export function routeNewCases(matched: readonly MatchedReport[], city: City, suspects: Suspects = new Map()): RoutedReport[] {
  const opened = new Set<string>();
  return matched.map((report) => {
    const opens = report.decision.kind !== 'attach' && !opened.has(report.caseId);
    if (!opens) return report;
    opened.add(report.caseId);
    const suspicion = suspects.get(report.report.id);
    if (suspicion !== undefined) return { ...report, route: { kind: 'held', because: suspicion, candidates: [] } };
    const { category, nature, place, title, body, platform, sourceCategory, reportedAt } = report.report;
    const subject = { category, nature, place, title, body, channel: platform, sourceCategory, reportedAt, returnedBy: [] };
    return { ...report, route: routeCase(subject, city.reference.duties, city.learnedRouter) };
  });
}
