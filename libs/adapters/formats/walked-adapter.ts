import { DateTime } from 'luxon';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { CheckResult, CountedPage, CountedSpan, Cursor, PulledPage } from '#domain/ports/platform-adapter.js';
import { checkPlatform } from './check-platform.js';
import { walkSpan } from './span-walk.js';
import { walkByTime } from './time-walk.js';
import type { ListedItems } from './time-walk.js';

/** Settings of a walk; `beginAt` is an ISO date or time in `zone`. */
interface WalkSettings {
  readonly pageSize: number;
  readonly overlapSeconds: number;
  readonly beginAt: string;
  readonly zone: string;
}

/** A page of what changed at or after an instant, page 1 first. */
export type FetchPage = (from: Date, page: number, size: number, signal: AbortSignal) => Promise<ListedItems>;

/** A platform that lists what changed since a time, page by page: how it is pulled, counted and checked. */
export abstract class WalkedAdapter extends PlatformAdapter {
  protected constructor(
    private readonly walked: WalkSettings,
    private readonly now: () => Date,
    private readonly fetchPage: FetchPage,
  ) {
    super();
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      const { total } = await this.fetchPage(this.beginAt(), 1, 1, signal);
      return `可以读取，共 ${total ?? '未知'} 条`;
    });
  }

  override pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncIterable<PulledPage> {
    const { pageSize, overlapSeconds } = this.walked;
    const walk = { ...this.means(signal), pageSize, overlapSeconds, beginAt: this.beginAt(), asksAhead: true };
    return walkByTime(walk, cursor);
  }

  override count(span: CountedSpan, signal: AbortSignal): AsyncIterable<CountedPage> {
    return walkSpan({ ...this.means(signal), pageSize: this.walked.pageSize }, span);
  }

  private means(signal: AbortSignal) {
    const fetch = (from: Date, page: number) => this.fetchPage(from, page, this.walked.pageSize, signal);
    return { fetch, now: this.now };
  }

  private beginAt(): Date {
    return DateTime.fromISO(this.walked.beginAt, { zone: this.walked.zone }).toJSDate();
  }
}
