import type { ReportId } from '#domain/ids.js';
import { twinKeys } from '#domain/matching/block-keys.js';
import { SPAM_WINDOW, suspectSpam } from '#domain/matching/spam-burst.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { MatchedReport } from '../batch.js';

/** Reports that look like a machine's, each with the sentence that says why. */
export type Suspects = ReadonlyMap<ReportId, string>;

/** Step 6. Nearly the same texts in a burst open cases that wait for an operator (疑似刷单), and no department hears of them. */
export async function suspectSpamAmong(transaction: CaseTransaction, matched: readonly MatchedReport[]): Promise<Suspects> {
  const suspects = new Map<ReportId, string>();
  if (matched.length === 0) return suspects;
  const keys = new Map(matched.map(({ subject }) => [subject.reportId, twinKeys(subject)]));
  const since = Math.min(...matched.map(({ subject }) => subject.reportedAt.getTime())) - SPAM_WINDOW.milliseconds;
  const seen = await transaction.reportedUnder([...new Set([...keys.values()].flat())], new Date(since), SPAM_WINDOW.most);
  for (const { subject } of matched) {
    const [one = [], other = []] = keys.get(subject.reportId)!.map((key) => seen.get(key) ?? []);
    const because = suspectSpam(subject.reportedAt, one.length > other.length ? one : other);
    if (because !== undefined) suspects.set(subject.reportId, because);
    for (const key of keys.get(subject.reportId)!) seen.set(key, [...(seen.get(key) ?? []), subject.reportedAt]);
  }
  return suspects;
}
