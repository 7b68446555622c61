import type { CaseId, ReportId } from '#domain/ids.js';
import type { KnownReport } from '#domain/ports/case-store.js';
import { promiseDeadlines } from '#domain/deadline/promise-deadlines.js';
import { routeCase } from '#domain/routing/route-case.js';
import { caseNumber } from './case-number.js';
import { faceOf, toAttached, type Regrouping } from './regrouping.js';

/**
 * Opens a case for reports that were in another one, moves them there and hands it on as if they had just come: its
 * department hears of it now, so its clocks run from now, the platform's own deadline excepted.
 */
export async function openForReports(
  regrouping: Regrouping,
  reports: readonly KnownReport[],
  from: CaseId,
  id: CaseId,
): Promise<void> {
  const { transaction, changes, at, actor } = regrouping.means;
  const [oldest] = reports;
  const number = caseNumber(at, (await transaction.nextNumbers(1))[0]);
  const opening = { number, reportId: oldest.id satisfies ReportId, ...faceOf(oldest) };
  changes.open(id, { type: 'case.opened', at, actor, data: opening });
  promise(regrouping, reports, id);
  changes.command(id, { command: 'file' }, actor, []);
  regrouping.opened.push(id);
  await regrouping.move(reports, from, id);
  handOn(regrouping, reports, id);
}

function promise({ means }: Regrouping, reports: readonly KnownReport[], id: CaseId): void {
  const { changes, city, at } = means;
  const { deadlines, calendar } = city.reference;
  const [{ category, nature, urgency }] = reports;
  const sourceDueAt = earliest(reports.flatMap((report) => report.sourceDueAt ?? []));
  changes.promise(id, promiseDeadlines(deadlines, { category, nature, urgency, openedAt: at, sourceDueAt }, calendar));
}

function handOn({ means }: Regrouping, reports: readonly KnownReport[], id: CaseId): void {
  const { changes, city, actor } = means;
  const [{ category, nature, place, title, body }] = reports;
  const route = routeCase({ category, nature, place, title, body, returnedBy: [] }, city.reference.duties);
  changes.routed(id, route);
  const attached = reports.map(toAttached);
  if (route.kind === 'held') {
    changes.command(id, { command: 'hold', because: route.because }, actor, attached);
    return;
  }
  const { lead, coHandlers, rule, because } = route;
  changes.command(id, { command: 'dispatch', lead, coHandlers, rule, because }, actor, attached);
}

const earliest = (dates: readonly Date[]): Date | undefined =>
  dates.length === 0 ? undefined : new Date(Math.min(...dates.map(Number)));
