import type { ErrorCode } from '../error-codes.js';
import type { CaseId, ReportId } from '../ids.js';
import type { Case } from './case.js';
import { isFinal, moveOf } from './case-status.js';
import type { Grouping } from './grouping.js';

/** Why a change of the grouping cannot be, and what can be done instead. */
export interface GroupingRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly legal: readonly string[];
}

const illegal = (message: string, ...legal: string[]): GroupingRefusal => ({ code: 'GROUPING_ILLEGAL', message, legal });

/** Whether a case can give up all its reports: not once its citizens have an answer, since one matter has one answer. */
export const canBeAbsorbed = ({ status }: Case): boolean => moveOf('merge', status) !== undefined;

/** Whether `from` can go up in `into`. */
export function judgeMerge(into: Case, from: Case): GroupingRefusal | undefined {
  if (into.id === from.id) return illegal(`${into.number} is one case already`);
  if (isFinal(into.status)) {
    return illegal(
      `${into.number} is ${into.status}: nothing joins it any more`,
      ...(into.status === 'closed' ? ['reopen'] : []),
    );
  }
  if (canBeAbsorbed(from)) return undefined;
  const isAnswered = !isFinal(from.status);
  return illegal(
    `${from.number} is ${from.status}: ${isAnswered ? 'its citizens have an answer' : 'it has come to its end'}`,
    ...(isAnswered && canBeAbsorbed(into) ? [`merge ${into.number} into ${from.number}`] : []),
  );
}

/** A report as far as leaving its case goes. */
export interface LeavingReport {
  readonly id: ReportId;
  readonly withdrawn: boolean;
}

/** Whether some reports can leave a case that has `all` of these. */
export function judgeLeaving(
  from: Case,
  all: readonly LeavingReport[],
  leaving: readonly ReportId[],
): GroupingRefusal | undefined {
  const byId = new Map(all.map((report) => [report.id, report]));
  const strange = leaving.find((id) => !byId.has(id));
  if (strange !== undefined) return illegal(`report ${strange} is not in ${from.number}`);
  const gone = leaving.find((id) => byId.get(id)?.withdrawn);
  if (gone !== undefined) return illegal(`report ${gone} was withdrawn by its citizen: nobody is owed a case for it`);
  const stays = all.some(({ id, withdrawn }) => !withdrawn && !leaving.includes(id));
  return stays ? undefined : illegal(`nobody would be left in ${from.number}`, 'merge');
}

/** What a person's "the same" means for two cases. */
export type Union =
  | { readonly kind: 'absorb'; readonly into: Case; readonly from: Case }
  /** 再次反映: the later case repeats the closed one. */
  | { readonly kind: 'link'; readonly later: Case; readonly earlier: Case }
  | { readonly kind: 'nothing' };

/** `mine` goes up in `theirs` where it can, else the other way round; what has come to its end is only linked. */
export function uniteCases(mine: Case, theirs: Case): Union {
  if (mine.id === theirs.id) return { kind: 'nothing' };
  if (judgeMerge(theirs, mine) === undefined) return { kind: 'absorb', into: theirs, from: mine };
  if (judgeMerge(mine, theirs) === undefined) return { kind: 'absorb', into: mine, from: theirs };
  const [later, earlier] = isFinal(mine.status) ? [theirs, mine] : [mine, theirs];
  const repeats = earlier.status === 'closed' && !isFinal(later.status) && later.recurrenceOf === undefined;
  return repeats ? { kind: 'link', later, earlier } : { kind: 'nothing' };
}

/** Where things stand when somebody wants a grouping taken back. */
export interface Standing {
  readonly cases: ReadonlyMap<CaseId, Case>;
  /** Where each moved report is now. */
  readonly reports: ReadonlyMap<ReportId, { readonly caseId: CaseId; readonly withdrawnAt?: Date }>;
}

/** Whether a grouping can be taken back. What reports joined or left meanwhile does not matter, what citizens were told does. */
export function judgeUndo(done: Grouping, { cases, reports }: Standing): GroupingRefusal | undefined {
  if (done.kind === 'undo') return illegal('an undo is not undone: give the command again', 'detach', 'split', 'merge');
  if (done.undoneBy !== undefined) {
    return { code: 'GROUPING_UNDONE', message: `it was taken back before, by ${done.undoneBy}`, legal: [] };
  }
  const { moves, linked } = done.effect;
  const moved = moves.find(({ reportId, to }) => reports.get(reportId)?.caseId !== to);
  if (moved) return illegal(`report ${moved.reportId} was moved again since: take that back first`, 'undo');
  if (moves.length > 0 && moves.every(({ reportId }) => reports.get(reportId)?.withdrawnAt)) {
    return illegal('its citizens have taken their reports back since');
  }
  for (const { from, to } of moves) {
    const refusal = judgeSource(done, cases.get(to)) ?? judgeReturn(done, cases.get(from));
    if (refusal) return refusal;
  }
  const link = linked && cases.get(linked.caseId);
  return link && link.recurrenceOf !== linked.of ? illegal(`${link.number} was linked anew since`) : undefined;
}

/** The case the reports must leave again. */
function judgeSource(done: Grouping, held: Case | undefined): GroupingRefusal | undefined {
  if (!held) return illegal('its case is not known');
  if (isFinal(held.status) && held.status !== done.effect.stood[held.id]) {
    return illegal(`${held.number} is ${held.status} since`, 'detach');
  }
  const isAnsweredSince = held.answer !== undefined && held.answer.at.getTime() > done.at.getTime();
  return isAnsweredSince ? illegal(`${held.number} was handed in since: its citizens have its answer`, 'detach') : undefined;
}

/** The case the reports must come back to. */
function judgeReturn(done: Grouping, home: Case | undefined): GroupingRefusal | undefined {
  if (!home) return illegal('its case is not known');
  const isAbsorbed = done.effect.absorbed.some(({ caseId, into }) => caseId === home.id && into === home.mergedInto);
  const hasEnded = isFinal(home.status) && home.status !== done.effect.stood[home.id];
  return hasEnded && !isAbsorbed ? illegal(`${home.number} is ${home.status} since`, 'detach') : undefined;
}
