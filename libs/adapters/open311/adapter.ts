import { DateTime } from 'luxon';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type {
  AdapterDescription,
  CheckResult,
  CountedPage,
  CountedSpan,
  Cursor,
  MappedRecord,
  PulledPage,
} from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../formats/check-platform.js';
import { piecesOf } from '../formats/listed-page.js';
import { isWithin } from '../formats/span-walk.js';
import { Open311Client } from './client.js';
import type { Open311Settings } from './config.js';
import { requestFields } from './georeport-body.js';
import type { GeoReportHttp } from './georeport-http.js';
import { beginLane, isUnderWay, walkLane } from './lane.js';
import type { Lane } from './lane.js';
import type { AskedBy, ListedRequest } from './listed-request.js';
import { mapRequest } from './mapper.js';
import { inSlices } from './slices.js';
import { readTrip, writeTrip } from './trip.js';
import type { Trip } from './trip.js';
import { walkWindows } from './window-walk.js';
import type { WindowWalk } from './window-walk.js';

/** Two clocks are never further apart. */
const MOST_SKEW_SECONDS = 600;

/** While a broken-off pull lay still, requests may have appeared late behind the place where it goes on. */
function gapOf({ news, gap, live }: Trip): Date | undefined {
  const [edge] = news.edges;
  return live && edge && !(gap && gap < edge) ? edge : gap;
}

/** A city that speaks Open311 GeoReport v2, as far as everybody may read it. */
export class Open311Adapter extends PlatformAdapter {
  private readonly client: Open311Client;

  constructor(
    protected readonly settings: Open311Settings,
    protected readonly http: GeoReportHttp,
    protected readonly now: () => Date,
  ) {
    super();
    this.client = new Open311Client(settings, http);
  }

  describe(): AdapterDescription {
    return { kind: 'open311', title: 'Open311 诉求接口', capabilities: ['pull', 'count'] };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      const services = await this.client.services(signal);
      const from = DateTime.fromJSDate(this.now()).minus({ days: 1 }).toJSDate();
      await this.client.requests(this.by, { from, to: this.now(), page: 1 }, signal);
      return `可以读取，共 ${services} 类服务`;
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapRequest(bytes, this.settings);
  }

  override fields(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
    return requestFields(bytes);
  }

  override async *pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncGenerator<PulledPage> {
    const { pageSize } = this.settings;
    const walk = this.walk(this.by, signal);
    let trip = this.setOut(readTrip(cursor));
    for (let through = false; !through;) {
      for await (const { items, lane } of walkLane(walk, trip.news, this.now)) {
        const next = { ...trip, news: lane, live: this.isLive(lane) };
        yield* inSlices(items, pageSize, writeTrip(trip), writeTrip(next));
        trip = next;
      }
      through = trip.gap === undefined;
      if (!through) trip = this.setOut(trip);
    }
    if (!this.isTimeToReread(trip)) return;
    const { again, ...rest } = trip;
    trip = again ? trip : { ...rest, again: this.rereading(), againAt: this.now() };
    for await (const { items, lane } of walkLane(walk, trip.again!, this.now)) {
      const { again: _before, ...others } = trip;
      const next = isUnderWay(lane) ? { ...others, again: lane } : others;
      yield* inSlices(items, pageSize, writeTrip(trip), writeTrip(next));
      trip = next;
    }
  }

  /** A city that cannot be asked for changes is asked for every request that may have changed within the span. */
  override async *count(span: CountedSpan, signal: AbortSignal): AsyncGenerator<CountedPage> {
    const reach = this.by === 'updated' ? 0 : this.settings.rereadDays;
    const from = DateTime.fromJSDate(span.from).minus({ days: reach }).startOf('second').toJSDate();
    const walk = { ...this.walk(this.by, signal), openEnd: false };
    for await (const { items } of walkWindows(walk, { edges: [from, span.before], page: 1 })) {
      const within = items.filter(({ updatedAt, entry }) => isWithin({ changedAt: updatedAt, entry }, span));
      if (within.length > 0) yield piecesOf(within);
    }
  }

  private get by(): AskedBy {
    return this.settings.dialect === 'chicago' ? 'updated' : 'requested';
  }

  private walk(by: AskedBy, signal: AbortSignal): WindowWalk<ListedRequest> {
    const { dialect, pageSize, rowLimit, windowDays } = this.settings;
    const paged = dialect === 'chicago';
    const ask: WindowWalk<ListedRequest>['ask'] = (question) => this.client.requests(by, question, signal);
    return { ask, limit: paged ? pageSize : rowLimit, paged, windowDays, openEnd: paged };
  }

  /** A pull goes on where the last one was broken off, otherwise behind the newest it has seen. */
  private setOut(stored: Trip | undefined): Trip {
    if (!stored) return { news: beginLane(this.beginAt(), this.beginAt(), this.now()), againAt: this.now() };
    const { gap, ...rest } = stored;
    if (isUnderWay(stored.news)) return { ...rest, gap: gapOf(stored) };
    const { newest } = stored.news;
    const from = this.overlapBehind(gap && gap < newest ? gap : newest);
    return { ...rest, news: beginLane(from, newest, this.now()) };
  }

  private overlapBehind(at: Date, more = 0): Date {
    return DateTime.fromJSDate(at)
      .minus({ seconds: this.settings.overlapSeconds + more })
      .toJSDate();
  }

  private isLive({ edges: [edge] }: Lane): boolean {
    return edge !== undefined && edge > this.overlapBehind(this.now(), MOST_SKEW_SECONDS);
  }

  private isTimeToReread({ again, againAt }: Trip): boolean {
    if (this.by === 'updated') return false;
    const due = DateTime.fromJSDate(againAt).plus({ seconds: this.settings.rereadEverySeconds });
    return again !== undefined || due <= DateTime.fromJSDate(this.now());
  }

  private rereading(): ReturnType<typeof beginLane> {
    const from = DateTime.fromJSDate(this.now()).minus({ days: this.settings.rereadDays });
    const start = DateTime.max(from, DateTime.fromJSDate(this.beginAt())).toJSDate();
    return beginLane(start, start, this.now());
  }

  private beginAt(): Date {
    return DateTime.fromISO(this.settings.beginAt, { zone: this.settings.zone }).toJSDate();
  }
}
