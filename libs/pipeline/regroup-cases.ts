import type { Case } from '#domain/case/case.js';
import { isFinal } from '#domain/case/case-status.js';
import type { GroupingRefusal } from '#domain/case/decide-grouping.js';
import { judgeLeaving, judgeMerge } from '#domain/case/decide-grouping.js';
import { RejectedError } from '#domain/errors.js';
import type { CaseId, CaseNumber, GroupingId, ReportId, SuggestionId } from '#domain/ids.js';
import type { KnownReport } from '#domain/ports/case-store.js';
import type { GroupingAnswer, MatchLabel, Verdict } from '#domain/ports/grouping-rows.js';
import type { GroupingCommand } from './grouping-command.js';
import { holdCases } from './hold-cases.js';
import { labelsApart, labelsTogether } from './match-labels.js';
import { openForReports } from './open-for-reports.js';
import type { Regrouping } from './regrouping.js';

type Command<Name extends GroupingCommand['command']> = Extract<GroupingCommand, { command: Name }>;

/** What a command came to, beside the events it made happen. */
export interface Regrouped {
  readonly outcome: GroupingAnswer['outcome'];
  readonly labels: readonly MatchLabel[];
  readonly suggestion?: SuggestionId;
  readonly verdict?: Verdict;
  readonly undoes?: GroupingId;
}

/** One report leaves its case. Where it is the last one to be answered there, the whole case goes up in the other. */
export async function detach(regrouping: Regrouping, command: Command<'detach'>): Promise<Regrouped> {
  const { number, report, to, because, version } = command;
  if (to === undefined) return split(regrouping, { command: 'split', number, reports: [report], because, version });
  const [from, into] = await holdByNumber(regrouping, [number, to]);
  expectVersion(from, version);
  return moveReport(regrouping, report, from, into);
}

/** Some reports leave a case together, for a new one. */
export async function split(regrouping: Regrouping, command: Command<'split'>): Promise<Regrouped> {
  const reports = [...new Set(command.reports)];
  const [from] = await holdByNumber(regrouping, [command.number]);
  expectVersion(from, command.version);
  const { transaction, city, ids } = regrouping.means;
  const leaving = pick(from, await transaction.groupings.reportsOfCase(from.id), reports);
  const labels = await labelsApart(transaction, from.id, reports, city.matching);
  await openForReports(regrouping, leaving, from.id, ids.next<CaseId>());
  return { outcome: 'moved', labels };
}

/** One case goes up in another. */
export async function mergeCases(regrouping: Regrouping, command: Command<'merge'>): Promise<Regrouped> {
  const [into, from] = await holdByNumber(regrouping, [command.number, command.from]);
  expectVersion(into, command.version);
  expectVersion(from, command.fromVersion);
  return absorbCase(regrouping, from, into);
}

export async function absorbCase(regrouping: Regrouping, from: Case, into: Case): Promise<Regrouped> {
  refuseIf(judgeMerge(into, from));
  const { transaction, city } = regrouping.means;
  const joining = (await transaction.groupings.reportsOfCase(from.id)).map(({ id }) => id);
  const labels = await labelsTogether(transaction, joining, from.id, into.id, city.matching);
  await regrouping.absorb(from.id, into.id);
  return { outcome: 'merged', labels };
}

/** One report into a case that is there. */
export async function moveReport(regrouping: Regrouping, report: ReportId, from: Case, into: Case): Promise<Regrouped> {
  const { transaction, city } = regrouping.means;
  const all = await transaction.groupings.reportsOfCase(from.id);
  const answerable = all.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  if (answerable.length === 1 && answerable[0].id === report) return absorbCase(regrouping, from, into);
  if (isFinal(into.status) || into.id === from.id) refuseIf(judgeMerge(into, from));
  const leaving = pick(from, all, [report]);
  const apart = await labelsApart(transaction, from.id, [report], city.matching);
  const together = await labelsTogether(transaction, [report], from.id, into.id, city.matching);
  await regrouping.move(leaving, from.id, into.id);
  return { outcome: 'moved', labels: [...apart, ...together] };
}

/** Throws RejectedError with what can be done instead. */
export function refuseIf(refusal: GroupingRefusal | undefined): void {
  if (refusal) throw new RejectedError(refusal.code, refusal.message, { details: { legal: refusal.legal.join(', ') } });
}

function pick(from: Case, all: readonly KnownReport[], leaving: readonly ReportId[]): KnownReport[] {
  const asked = all.map(({ id, withdrawnAt }) => ({ id, withdrawn: withdrawnAt !== undefined }));
  refuseIf(judgeLeaving(from, asked, leaving));
  return all.filter(({ id }) => leaving.includes(id));
}

/** Takes cases in hand, locked in the order of their ids; throws `CASE_UNKNOWN`. */
async function holdByNumber(regrouping: Regrouping, numbers: readonly CaseNumber[]): Promise<Case[]> {
  const { transaction, changes } = regrouping.means;
  const ids = await transaction.groupings.caseIds(numbers);
  const unknown = numbers.find((number) => !ids.has(number));
  if (unknown !== undefined) throw new RejectedError('CASE_UNKNOWN', `there is no case ${unknown}`);
  await holdCases(transaction, changes, [...ids.values()]);
  return numbers.map((number) => regrouping.case(ids.get(number)!));
}

function expectVersion({ number, version }: Case, seen: number | undefined): void {
  if (seen === undefined || seen === version) return;
  throw new RejectedError('CASE_VERSION_STALE', `${number} is at version ${version}, the sender saw ${seen}`);
}
