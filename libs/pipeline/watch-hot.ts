import { growthOf, HOT_WINDOW, judgeGrowth } from '#domain/hot/hot-issue.js';
import type { Clock } from '#domain/ports/clock.js';
import type { HotBook, WatchedCase } from '#domain/ports/hot-book.js';

/** 热点: raises a case that grows faster than its own past, once, and lets it rest when it has cooled. */
export class WatchHot {
  constructor(
    private readonly book: HotBook,
    private readonly clock: Clock,
  ) {}

  async watch(): Promise<void> {
    const now = this.clock.now();
    const judged = ({ caseId, reportedAt }: WatchedCase) => {
      const growth = growthOf(reportedAt, now);
      return { caseId, growth, verdict: judgeGrowth(growth) };
    };
    const raised = (await this.book.raised()).map(judged);
    const cooled = raised.filter(({ verdict }) => verdict === 'cooled').map(({ caseId }) => caseId);
    if (cooled.length > 0) await this.book.cool(cooled, now);
    const since = new Date(now.getTime() - HOT_WINDOW.milliseconds);
    // the first report opened the case, all others joined it
    const growing = (await this.book.joinedSince(since, HOT_WINDOW.fewest - 1)).map(judged);
    const hot = growing.filter(({ verdict }) => verdict === 'hot');
    if (hot.length > 0) await this.book.raise(hot, now);
  }
}
