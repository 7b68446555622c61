import { OperatorError } from '#domain/errors.js';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type {
  AdapterDescription,
  CheckResult,
  Cursor,
  MappedRecord,
  PlatformUpdate,
  PulledPage,
  ReadBack,
} from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../formats/check-platform.js';
import { isFields } from '../formats/parse-json.js';
import { shownIn } from '../formats/shown-in.js';
import { withoutRepeats } from '../formats/unreadable-record.js';
import { PortalClient } from './client.js';
import type { MessagePage } from './client.js';
import type { PortalSettings } from './config.js';
import { mapMessage } from './mapper.js';
import { readTrail, startOf, withoutOld, writeTrail } from './trail.js';
import type { Footprint, Trail } from './trail.js';

/** 政民互动 over its signed forms. */
export class PortalAdapter extends PlatformAdapter {
  private readonly client: PortalClient;

  constructor(
    private readonly settings: PortalSettings,
    private readonly now: () => Date,
  ) {
    super();
    this.client = new PortalClient(settings, now);
  }

  describe(): AdapterDescription {
    return { kind: 'portal', title: '政民互动', capabilities: ['pull', 'push-update'] };
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
    let footprints = startOf(readTrail(cursor), overlapSeconds, this.now());
    const walked = new Set<string>();
    for (let more = true; more;) {
      const here = footprints.at(-1)?.item ?? '';
      walked.add(here);
      const page = await this.client.list(here, pageSize, signal);
      more = page.hasMore;
      if (more && walked.has(page.lastItem)) {
        throw new OperatorError('PLATFORM_CURSOR_LOOP', 'the portal hands out the same lastItem again and says there is more');
      }
      footprints = withoutOld(step(footprints, page), overlapSeconds, this.now());
      yield pageOf(page, { footprints, midway: more });
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
  const newest = page.items.reduce(
    (most, { changedAt }) => Math.max(most, changedAt?.getTime() ?? 0),
    footprints.at(-1)?.at ?? 0,
  );
  return [...footprints, { item: page.lastItem, at: newest }];
}

function pageOf(page: MessagePage, trail: Trail): PulledPage {
  const records = page.items.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []));
  const unreadable = page.items.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : []));
  return { records: withoutRepeats(records), unreadable, next: writeTrail(trail) };
}
