import type { AttachedReport } from '#domain/case/owed-messages.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { NewReport } from '#domain/ports/case-change-set.js';
import type { SolvedOnTheSpot } from '#domain/report/report.js';
import type { Route } from '#domain/routing/route.js';
import type { PromisedReport } from '../batch.js';
import type { CaseChanges } from '../case-changes.js';
import { caseNumber } from '../case-number.js';

/** Step 9. Lets it all happen to the cases and saves every row together. */
export async function writeDown(
  transaction: CaseTransaction,
  promised: readonly PromisedReport[],
  changes: CaseChanges,
): Promise<void> {
  const { at } = changes;
  const opening = promised.filter(({ route }) => route !== undefined);
  const numbers = await transaction.nextNumbers(opening.length);
  const numberOf = new Map(opening.map(({ caseId }, index) => [caseId, caseNumber(at, numbers[index])]));
  for (const report of promised) {
    const number = numberOf.get(report.caseId);
    if (report.route && number) open(report, report.route, number, changes);
    else attach(report, changes);
    changes.reports.push(toNewReport(report));
  }
  await transaction.save(changes.toSet());
}

function open(arrival: PromisedReport, route: Route, number: ReturnType<typeof caseNumber>, changes: CaseChanges): void {
  const { caseId, decision, record, promises } = arrival;
  const { id: reportId, title, category, nature, urgency, place } = arrival.report;
  const recurrenceOf = decision.kind === 'recurrence' ? decision.caseId : undefined;
  changes.open(caseId, {
    type: 'case.opened',
    at: changes.at,
    actor: 'hub',
    data: { number, reportId, title, category, nature, urgency, place, recurrenceOf },
  });
  // Before anything stops them; a case that closes as it opens stops them all.
  changes.promise(caseId, promises);
  changes.command(caseId, { command: 'file' }, 'hub', []);
  const { solvedOnTheSpot } = arrival.report;
  if (solvedOnTheSpot) settle(arrival, solvedOnTheSpot, changes);
  else handOn(arrival, route, changes);
  if (decision.kind === 'suggest') changes.suggestions.push({ reportId, ...decision });
  ask(arrival, changes);
  changes.settled.push({ id: record.id, outcome: 'opened', reportId });
}

/** 即办: closed as it opens. Nothing is promised, no department hears of it, and the citizen was answered face to face. */
function settle({ caseId, record }: PromisedReport, solved: SolvedOnTheSpot, changes: CaseChanges): void {
  changes.routed(caseId, { kind: 'held', because: '即办: 现场已解决', candidates: [] });
  changes.command(caseId, { command: 'settle-on-the-spot', solved }, `platform:${record.platform}`, []);
}

/** To the department the route names, or to the operators. */
function handOn(arrival: PromisedReport, route: Route, changes: CaseChanges): void {
  const { caseId } = arrival;
  const reports = [toAttached(arrival)];
  changes.routed(caseId, route);
  if (route.kind === 'held') {
    changes.command(caseId, { command: 'hold', because: route.because }, 'hub', reports);
    return;
  }
  const { lead, coHandlers, rule, because } = route;
  changes.command(caseId, { command: 'dispatch', lead, coHandlers, rule, because }, 'hub', reports);
}

function attach(arrival: PromisedReport, changes: CaseChanges): void {
  const { caseId, decision, record, report } = arrival;
  const { relation, score, shares } =
    decision.kind === 'attach' ? decision : ({ relation: 'same-matter', score: 0, shares: [] } as const);
  changes.happen(
    caseId,
    { type: 'report.attached', at: changes.at, actor: 'hub', data: { reportId: report.id, relation, score, shares } },
    [toAttached(arrival)],
  );
  ask(arrival, changes);
  changes.settled.push({ id: record.id, outcome: 'attached', reportId: report.id });
}

/** Puts the further cases that a report may belong to before an operator. */
function ask({ report, decision }: PromisedReport, changes: CaseChanges): void {
  if (decision.kind === 'new') return;
  for (const likely of decision.others) changes.suggestions.push({ reportId: report.id, ...likely });
}

const toAttached = ({ report: { id, platform, externalId, body } }: PromisedReport): AttachedReport => ({
  id,
  platform,
  externalId,
  body,
  withdrawn: false,
});

function toNewReport({ report, caseId, subject, blockKeys, decision, route }: PromisedReport): NewReport {
  const facts = { report, caseId, text: subject.text, keys: blockKeys };
  if (decision.kind === 'new') return { ...facts, relation: 'opened' };
  const { nearest, score, shares, relation } = decision;
  return { ...facts, relation: route && decision.kind === 'suggest' ? 'opened' : relation, nearest, score, shares };
}
