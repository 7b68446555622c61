import type { Actor } from '#domain/case/case.js';
import { isFinal, moveOf } from '#domain/case/case-status.js';
import type { CaseTransaction, KnownReport } from '#domain/ports/case-store.js';
import type { Arrival, Batch, Withdrawal } from '../batch.js';
import type { CaseChanges } from '../case-changes.js';
import { holdCases } from '../hold-cases.js';

/** Step 4. Sorts out what we have seen before: news of a known report, our own echo, a withdrawal. The rest is fresh. */
export async function recognise(transaction: CaseTransaction, batch: Batch, changes: CaseChanges): Promise<Arrival[]> {
  const known = await knownInHand(transaction, batch, changes);
  for (const withdrawal of batch.withdrawals) {
    await takeBack(transaction, withdrawal, known.get(nameOf(withdrawal.record)), changes);
  }
  const fresh: Arrival[] = [];
  for (const arrival of batch.arrivals) {
    const before = known.get(nameOf(arrival.record));
    if (before) await takeNews(transaction, arrival, before, changes);
    else fresh.push(arrival);
  }
  return fresh;
}

const nameOf = (record: { platform: string; externalId: string }): string => `${record.platform} ${record.externalId}`;
const platformActor = (report: KnownReport): Actor => `platform:${report.platform}`;

/** A report may move to another case until its case is locked: it is looked at again until all its cases are in hand. */
async function knownInHand(transaction: CaseTransaction, batch: Batch, changes: CaseChanges): Promise<Map<string, KnownReport>> {
  for (;;) {
    const known = await knownOf(transaction, batch);
    const strange = [...known.values()].map(({ caseId }) => caseId).filter((id) => changes.find(id) === undefined);
    if (strange.length === 0) return known;
    await holdCases(transaction, changes, strange);
  }
}

async function knownOf(transaction: CaseTransaction, batch: Batch): Promise<Map<string, KnownReport>> {
  const records = [...batch.arrivals, ...batch.withdrawals].map(({ record }) => record);
  const known = await transaction.knownReports(records);
  return new Map(known.map((report) => [nameOf(report), report]));
}

/** An older version than the one we hold never changes anything, whatever the order of arrival. */
async function takeNews(
  transaction: CaseTransaction,
  arrival: Arrival,
  before: KnownReport,
  changes: CaseChanges,
): Promise<void> {
  const { report, record } = arrival;
  const isStale = report.sourceUpdatedAt.getTime() < before.sourceUpdatedAt.getTime();
  const news = isStale || arrival.isEcho ? { isRewritten: false, isEvaluated: false } : compare(before, arrival);
  if (!news.isRewritten && !news.isEvaluated) {
    if (!isStale) changes.changedReports.push({ id: before.id, sourceUpdatedAt: report.sourceUpdatedAt });
    changes.settled.push({ id: record.id, outcome: 'unchanged', reportId: before.id });
    return;
  }
  const { title, body, sealedReporter, identityHashes, evaluation, sourceUpdatedAt } = report;
  changes.changedReports.push({ id: before.id, sourceUpdatedAt, title, body, sealedReporter, identityHashes, evaluation });
  changes.settled.push({ id: record.id, outcome: 'updated', reportId: before.id });
  const by = { at: record.receivedAt, actor: platformActor(before) };
  if (news.isRewritten) changes.happen(before.caseId, { ...by, type: 'report.updated', data: { reportId: before.id } }, []);
  if (news.isEvaluated) await takeEvaluation(transaction, arrival, before, changes);
}

function compare(before: KnownReport, { report }: Arrival): { isRewritten: boolean; isEvaluated: boolean } {
  return {
    isRewritten: before.title !== report.title || before.body !== report.body,
    isEvaluated: report.evaluation !== undefined && before.evaluation?.at.getTime() !== report.evaluation.at.getTime(),
  };
}

/** 回访: what the citizen says may send the case back, or close it when everybody has spoken. */
async function takeEvaluation(
  transaction: CaseTransaction,
  { report }: Arrival,
  before: KnownReport,
  changes: CaseChanges,
): Promise<void> {
  const status = changes.find(before.caseId)?.status;
  if (!report.evaluation || status === undefined || moveOf('revisit', status) === undefined) return;
  const { solved, satisfied } = report.evaluation;
  changes.command(before.caseId, { command: 'revisit', reportId: before.id, solved, satisfied }, platformActor(before), []);
  if (changes.find(before.caseId)?.status !== 'answered') return;
  const reports = await transaction.reportsOf(before.caseId);
  const isSilent = reports.some(({ id, withdrawn, evaluated }) => id !== before.id && !withdrawn && !evaluated);
  if (!isSilent) changes.command(before.caseId, { command: 'close', because: '全部诉求人已回访' }, 'hub', []);
}

/** A citizen took the report back: nobody owes an answer to it any more; without any report left the case ends. */
async function takeBack(
  transaction: CaseTransaction,
  { record, at }: Withdrawal,
  before: KnownReport | undefined,
  changes: CaseChanges,
): Promise<void> {
  changes.settled.push({ id: record.id, outcome: before?.withdrawnAt ? 'unchanged' : 'withdrawn', reportId: before?.id });
  if (!before || before.withdrawnAt) return;
  changes.changedReports.push({ id: before.id, sourceUpdatedAt: at, withdrawnAt: record.receivedAt });
  changes.silenced.push(before.id);
  const actor = platformActor(before);
  changes.happen(before.caseId, { type: 'report.withdrawn', at: record.receivedAt, actor, data: { reportId: before.id } }, []);
  await endWhenNobodyIsLeft(transaction, before, changes);
}

async function endWhenNobodyIsLeft(transaction: CaseTransaction, gone: KnownReport, changes: CaseChanges): Promise<void> {
  const status = changes.find(gone.caseId)?.status;
  if (status === undefined || isFinal(status)) return;
  const alsoGone = new Set(changes.silenced);
  const left = (await transaction.reportsOf(gone.caseId)).filter(({ id, withdrawn }) => !withdrawn && !alsoGone.has(id));
  if (left.length === 0) {
    changes.command(gone.caseId, { command: 'withdraw', because: '诉求人已撤销' }, platformActor(gone), []);
    return;
  }
  // The answer that fell away may have been the last one the others' case waited for.
  const open = (await transaction.openAnswers(gone.caseId)).filter((id) => !alsoGone.has(id));
  if (status === 'handled' && open.length === 0) changes.command(gone.caseId, { command: 'confirm-answers' }, 'hub', []);
}
