import type { Case } from '#domain/case/case.js';
import { judgeUndo } from '#domain/case/decide-grouping.js';
import type { Grouping } from '#domain/case/grouping.js';
import { RejectedError } from '#domain/errors.js';
import type { CaseId, GroupingId } from '#domain/ids.js';
import { holdCases } from './hold-cases.js';
import { refuseIf, type Regrouped } from './regroup-cases.js';
import type { Regrouping } from './regrouping.js';

/**
 * Every report goes back to the case it was in. A case that had ended by the merge is taken up again, with the clocks that
 * ran then, and handed to its department anew; a case that was opened for them ends, unless others have joined it since.
 */
export async function undo(regrouping: Regrouping, id: GroupingId): Promise<Regrouped> {
  const { transaction, changes } = regrouping.means;
  const named = await transaction.groupings.find(id);
  if (!named) throw new RejectedError('GROUPING_UNKNOWN', `there is no grouping ${id}`);
  const ids = casesOf(named);
  await transaction.lockCases(ids);
  const done = (await transaction.groupings.find(id)) ?? named;
  const moved = await transaction.groupings.reports(done.effect.moves.map(({ reportId }) => reportId));
  const cases = new Map((await transaction.lockCases(ids)).map((one): [CaseId, Case] => [one.id, one]));
  refuseIf(judgeUndo(done, { cases, reports: new Map(moved.map((report) => [report.id, report])) }));
  for (const { caseId } of done.effect.absorbed) await transaction.groupings.resumeClocks(caseId, done.at);
  await holdCases(transaction, changes, ids);
  await takeBack(regrouping, done);
  return { outcome: 'undone', labels: [], undoes: id, suggestion: done.effect.suggestion };
}

const casesOf = ({ effect: { moves, linked } }: Grouping): CaseId[] => [
  ...new Set([...moves.flatMap(({ from, to }) => [from, to]), ...(linked ? [linked.caseId] : [])]),
];

async function takeBack(regrouping: Regrouping, { effect }: Grouping): Promise<void> {
  const { transaction, because, id: grouping } = regrouping.means;
  const { moves, absorbed, faced, linked } = effect;
  for (const { caseId } of absorbed) {
    regrouping.command(caseId, { command: 'restore', grouping, because });
  }
  if (linked) regrouping.link(linked.caseId, linked.before);
  if (moves.length === 0) return;
  const [{ from: home, to: held }] = moves;
  const ids = new Set(moves.map(({ reportId }) => reportId));
  const all = await transaction.groupings.reportsOfCase(held);
  const reports = all.filter((report) => ids.has(report.id));
  const face = faced.find(({ caseId }) => caseId === home)?.before;
  const isLeftEmpty = reports.length === all.length;
  if (isLeftEmpty) await regrouping.absorb(held, home, face);
  else await regrouping.move(reports, held, home, face);
  for (const { caseId, lead, coHandlers } of absorbed) {
    if (lead === undefined) continue;
    const reason = { rule: 'operator', because: '撤销并案,交回原承办单位' } as const;
    regrouping.command(caseId, { command: 'dispatch', lead, coHandlers, ...reason }, reports);
  }
}
