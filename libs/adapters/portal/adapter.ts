import { OperatorError } from '#domain/errors.js';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type {
  AdapterDescription,
  CheckResult,
  CountedPage,
  CountedSpan,
  Cursor,
  MappedRecord,
  PlatformUpdate,
  PulledPage,
  ReadBack,
} from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../formats/check-platform.js';
import { isFields } from '../formats/parse-json.js';
import { isWithin } from '../formats/span-walk.js';
import { shownIn } from '../formats/shown-in.js';
import { withoutRepeats } from '../formats/unreadable-record.js';
import { PortalClient } from './client.js';
import type { MessagePage } from './client.js';
import type { PortalSettings } from './config.js';
import { mapMessage } from './mapper.js';
import { againAfter, isLive, readTrail, startOf, withoutOld, writeTrail } from './trail.js';
import type { Footprint, Trail } from './trail.js';

/** 政民互动 over its signed forms. */
export class PortalAdapter extends PlatformAdapter {
  private readonly client: PortalClient;
  /** The last place a recount passed before its span; a later span starts there instead of at the beginning of everything. */
  private passed: Footprint = { item: '', at: 0 };

  constructor(
    private readonly settings: PortalSettings,
    private readonly now: () => Date,
  ) {
    super();
    this.client = new PortalClient(settings, now);
  }

  describe(): AdapterDescription {
    return { kind: 'portal', title: '政民互动', capabilities: ['pull', 'push-update', 'count'] };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      const { items } = await this.client.list('', 2, signal);
      return items.length === 0 ? '可以读取，暂无留言' : '可以读取';
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapMessage(bytes, this.settings);
  }

  override async *pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncGenerator<PulledPage> {
    const { pageSize, overlapSeconds } = this.settings;
    const trail = readTrail(cursor);
    let footprints = startOf(trail, overlapSeconds, this.now());
    let again = againAfter(trail, overlapSeconds, this.now());
    const walked = new Set<string>();
    for (let more = true; more;) {
      const here = footprints.at(-1)?.item ?? '';
      walked.add(here);
      const page = await this.client.list(here, pageSize, signal);
      if (page.hasMore && walked.has(page.lastItem)) throw loop();
      footprints = withoutOld(step(footprints, page), overlapSeconds, this.now());
      more = page.hasMore || again !== undefined;
      if (!page.hasMore && again) {
        footprints = again;
        again = undefined;
        walked.clear();
      }
      yield pageOf(page, { footprints, midway: more, live: isLive(footprints, overlapSeconds, this.now()), again });
    }
  }

  /** The list cannot be asked by time: it is walked from the last known place before the span to the span's end. */
  override async *count(span: CountedSpan, signal: AbortSignal): AsyncGenerator<CountedPage> {
    let { item } = this.passed.at < span.from.getTime() ? this.passed : { item: '' };
    for (const walked = new Set([item]); ; walked.add(item)) {
      const page = await this.client.list(item, this.settings.pageSize, signal);
      const within = page.items.filter((each) => isWithin(each, span));
      if (within.length > 0) yield recordsOf(within);
      const newest = newestOf(page);
      const isBehind =
        page.items.length > 0 && page.items.every(({ changedAt }) => changedAt !== undefined && changedAt >= span.before);
      if (!page.hasMore || isBehind) return;
      if (walked.has(page.lastItem)) throw loop();
      item = page.lastItem;
      if (newest < span.from.getTime()) this.passed = { item, at: newest };
    }
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.reply(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const message = await this.client.message(update.externalId, signal);
    return shownIn(update.reference, isFields(message.reply) ? message.reply.ref : undefined, message.followUpRefs);
  }
}

/** One more footprint, unless the platform left us where we stood. */
function step(footprints: readonly Footprint[], page: MessagePage): readonly Footprint[] {
  if (page.lastItem === (footprints.at(-1)?.item ?? '')) return footprints;
  return [...footprints, { item: page.lastItem, at: Math.max(newestOf(page), footprints.at(-1)?.at ?? 0) }];
}

const newestOf = ({ items }: MessagePage): number =>
  items.reduce((most, { changedAt }) => Math.max(most, changedAt?.getTime() ?? 0), 0);

const loop = (): OperatorError =>
  new OperatorError('PLATFORM_CURSOR_LOOP', 'the portal hands out the same lastItem again and says there is more');

function recordsOf(items: MessagePage['items']): CountedPage {
  const records = items.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []));
  const unreadable = items.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : []));
  return { records: withoutRepeats(records), unreadable };
}

const pageOf = ({ items }: MessagePage, trail: Trail): PulledPage => ({ ...recordsOf(items), next: writeTrail(trail) });
