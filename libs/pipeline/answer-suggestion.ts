import type { Case } from '#domain/case/case.js';
import { uniteCases } from '#domain/case/decide-grouping.js';
import { RejectedError } from '#domain/errors.js';
import type { SuggestionId } from '#domain/ids.js';
import type { AskedPair, GroupingAnswer, MatchLabel, Verdict } from '#domain/ports/grouping-rows.js';
import type { GroupingCommand } from './grouping-command.js';
import { holdCases } from './hold-cases.js';
import { absorbCase, moveReport, refuseIf, type Regrouped } from './regroup-cases.js';
import type { Regrouping } from './regrouping.js';

type Answering = Extract<GroupingCommand, { command: 'accept' | 'reject' }>;
type Answered = Regrouped | { readonly givenBefore: GroupingAnswer };

/** 疑似重复 is answered once. Throws `SUGGESTION_ANSWERED` with who and when where somebody else was faster. */
export async function answerSuggestion(regrouping: Regrouping, command: Answering): Promise<Answered> {
  const pair = await holdPair(regrouping, command.suggestion);
  const verdict = command.command === 'accept' ? 'same' : 'different';
  if (pair.answer !== undefined) return { givenBefore: await givenBefore(regrouping, pair, verdict) };
  const [mine, theirs] = [regrouping.case(pair.cases[0]), regrouping.case(pair.cases[1])];
  const labels: MatchLabel[] = [{ a: pair.reportId, b: pair.nearest, isSame: verdict === 'same' }];
  if (command.command === 'accept') {
    const { outcome } = await unite(regrouping, command.onlyReport ? pair : undefined, mine, theirs);
    return { outcome, labels, verdict, suggestion: pair.id };
  }
  if (mine.id === theirs.id) {
    refuseIf({ code: 'GROUPING_ILLEGAL', message: `both are in ${mine.number} by now`, legal: ['accept', 'detach'] });
  }
  return { outcome: 'noted', labels, verdict, suggestion: pair.id };
}

async function unite(
  regrouping: Regrouping,
  alone: AskedPair | undefined,
  mine: Case,
  theirs: Case,
): Promise<Pick<Regrouped, 'outcome'>> {
  if (alone && mine.id !== theirs.id) return moveReport(regrouping, alone.reportId, mine, theirs);
  const union = uniteCases(mine, theirs);
  if (union.kind === 'absorb') return absorbCase(regrouping, union.from, union.into);
  if (union.kind === 'nothing') return { outcome: 'noted' };
  regrouping.link(union.later.id, union.earlier.id);
  return { outcome: 'linked' };
}

/** The question with both its cases locked, wherever its reports have come to be meanwhile. */
async function holdPair({ means }: Regrouping, id: SuggestionId): Promise<AskedPair> {
  const { transaction, changes } = means;
  for (;;) {
    const pair = await transaction.groupings.suggestion(id);
    if (!pair) throw new RejectedError('SUGGESTION_UNKNOWN', `there is no suggestion ${id}`);
    if (pair.cases.every((caseId) => changes.find(caseId) !== undefined)) return pair;
    await holdCases(transaction, changes, pair.cases);
  }
}

async function givenBefore({ means }: Regrouping, pair: AskedPair, verdict: Verdict): Promise<GroupingAnswer> {
  const given = pair.grouping && (await means.transaction.groupings.answerOf(pair.grouping));
  if (given && pair.answeredBy === means.actor && pair.answer === verdict) return given;
  const details = {
    answer: pair.answer,
    answeredBy: pair.answeredBy?.replace(/^operator:/, ''),
    answeredAt: pair.answeredAt?.toISOString(),
  };
  throw new RejectedError('SUGGESTION_ANSWERED', `answered ${pair.answer} before by ${pair.answeredBy}`, { details });
}
