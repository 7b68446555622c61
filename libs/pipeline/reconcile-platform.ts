import { nextNight, lastDays } from '#domain/deadline/city-days.js';
import { RejectedError, toHubError } from '#domain/errors.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { CountedPage, CountedSpan, PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { Platforms } from '#domain/ports/platforms.js';
import type { ReconcileBook } from '#domain/ports/reconcile-book.js';
import type { RecordStore } from '#domain/ports/record-store.js';
import type { CountedDay, Reconciliation } from '#domain/reconcile/reconciliation.js';
import { isWhole, spanToCount } from '#domain/reconcile/reconciliation.js';
import type { Tell } from './tell.js';

/** Days that a night looks back on. */
const DAYS = 3;
/** A platform that was away at night is asked again this much later. */
const AGAIN_MS = 30 * 60_000;
/** Ids named in one line of the log; all of them are in the table. */
const MOST_NAMED = 20;

type Counting = PlatformAdapter & Required<Pick<PlatformAdapter, 'count'>>;

/** 对账 at the boundary: counts days again at the platform, names every record the hub lacks, and takes it in. */
export class ReconcilePlatform {
  constructor(
    private readonly platforms: Platforms,
    private readonly inbox: RecordStore,
    private readonly book: ReconcileBook,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    private readonly tell: Tell,
  ) {}

  /**
   * The last `days` days, newest last, as far as a good pull must have brought them; each is written down, a failed one
   * too, and a platform that fails is asked for no further day.
   */
  async reconcile(id: PlatformId, signal: AbortSignal, days = DAYS): Promise<Reconciliation[]> {
    const adapter = this.counting(id);
    const at = this.clock.now();
    const results: Reconciliation[] = [];
    for (const span of await this.spans(id, at, days)) {
      const result = await this.compare(id, adapter, span, at, signal);
      await this.book.keep(result);
      this.announce(result);
      results.push(result);
      if (result.kind === 'failed') break;
    }
    const isFailed = results.some(({ kind }) => kind === 'failed');
    await this.book.nextAt(id, isFailed ? new Date(at.getTime() + AGAIN_MS) : nextNight(at));
    return results;
  }

  private counting(id: PlatformId): Counting {
    const adapter = this.platforms.find(id)?.adapter;
    if (!adapter) throw new RejectedError('PLATFORM_UNKNOWN', `no platform is called ${id}`);
    if (!adapter.count) throw new RejectedError('PLATFORM_COUNTS_NOTHING', `platform ${id} cannot list what it has of a day`);
    return adapter as Counting;
  }

  private async spans(id: PlatformId, now: Date, days: number): Promise<CountedSpan[]> {
    const lastGoodPull = await this.book.lastGoodPull(id);
    if (!lastGoodPull) return [];
    return lastDays(now, days).flatMap((day) => spanToCount(day, lastGoodPull) ?? []);
  }

  private async compare(
    platform: PlatformId,
    adapter: Counting,
    span: CountedSpan,
    at: Date,
    signal: AbortSignal,
  ): Promise<Reconciliation> {
    const about = { platform, day: span.day, at };
    try {
      const ids = new Set<ExternalId>();
      for await (const page of adapter.count(span, signal)) for (const id of idsOf(page)) ids.add(id);
      const missing = await this.book.lacking(platform, [...ids]);
      const healed = missing.length > 0 ? await this.heal(platform, adapter.count(span, signal), missing) : [];
      const counted = { atSource: ids.size, ours: ids.size - missing.length, missing, healed };
      return { ...about, kind: 'counted', before: span.before, ...counted };
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      const { code, message } = toHubError(thrown);
      return { ...about, kind: 'failed', code, message };
    }
  }

  /** Stages the missing like any other page; answers which of them the hub has now. */
  private async heal(
    platform: PlatformId,
    pages: AsyncIterable<CountedPage>,
    missing: readonly ExternalId[],
  ): Promise<ExternalId[]> {
    const wanted = new Set(missing);
    const isWanted = ({ externalId }: { externalId: ExternalId }): boolean => wanted.has(externalId);
    await this.book.forget(platform, missing);
    for await (const page of pages) {
      const records = page.records.filter(isWanted);
      const unreadable = page.unreadable.filter(isWanted);
      if (records.length + unreadable.length === 0) continue;
      const kept = await this.inbox.stage({ platform, records, unreadable });
      if (kept.staged > 0) await this.doorbell.ring([{ job: 'ingest-batch', platform }]);
    }
    const lacking = new Set(await this.book.lacking(platform, missing));
    return missing.filter((id) => !lacking.has(id));
  }

  private announce(result: Reconciliation): void {
    if (result.kind === 'failed') {
      const { platform, day, code, message: reason } = result;
      this.tell({ platform, day, code, reason }, 'a day could not be counted at the platform');
    } else if (result.missing.length > 0) {
      this.tell(factsOf(result), isWhole(result) ? 'records were missing and are here now' : 'records are missing');
    }
  }
}

const idsOf = ({ records, unreadable }: CountedPage): ExternalId[] =>
  [...records, ...unreadable].map(({ externalId }) => externalId);

const factsOf = ({ platform, day, atSource, missing, healed }: CountedDay) => ({
  platform,
  day,
  atSource,
  missing: missing.length,
  healed: healed.length,
  ids: missing.slice(0, MOST_NAMED),
});
