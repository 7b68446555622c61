import { RejectedError } from '#domain/errors.js';
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
import { nameOf } from '../formats/listed-page.js';
import { isFields } from '../formats/parse-json.js';
import { shownIn } from '../formats/shown-in.js';
import { EjiaRestClient } from './client.js';
import type { EjiaRestSettings } from './config.js';
import { mapRequest } from './mapper.js';
import { countFromNewest, walkFromNewest } from './newest-walk.js';
import type { NewestWalk } from './newest-walk.js';

/** 党群e家 over its REST interface: service requests, newest first, behind a token. */
export class EjiaRestAdapter extends PlatformAdapter {
  private readonly client: EjiaRestClient;

  constructor(
    private readonly settings: EjiaRestSettings,
    private readonly now: () => Date,
  ) {
    super();
    this.client = new EjiaRestClient(settings, now);
  }

  describe(): AdapterDescription {
    return { kind: 'ejia-rest', title: '党群e家', capabilities: ['pull', 'push-update', 'count'] };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      const { items, total } = await this.client.requests(0, 2, signal);
      const { items: below } = await this.client.requests(1, 2, signal);
      // a platform that counts pages where we count rows shows nothing that stood on both
      if (items.length === 2 && !below.some((item) => items.map(nameOf).includes(nameOf(item)))) {
        throw new RejectedError('PLATFORM_REQUEST_REFUSED', '党群e家 does not take pageStart for the number of a row');
      }
      return `可以读取，共 ${total ?? '未知'} 条`;
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapRequest(bytes, this.settings);
  }

  override pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncIterable<PulledPage> {
    return walkFromNewest(this.walk(signal), cursor);
  }

  override count(span: CountedSpan, signal: AbortSignal): AsyncIterable<CountedPage> {
    return countFromNewest(this.walk(signal), span);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.feedback(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const request = await this.client.request(update.externalId, signal);
    const { feedback } = request;
    return shownIn(update.reference, isFields(feedback) ? feedback.ref : undefined, request.followUpRefs);
  }

  private walk(signal: AbortSignal): NewestWalk {
    const { pageSize, overlapSeconds, fullPullMinutes, windowDays } = this.settings;
    const fetch = (start: number) => this.client.requests(start, pageSize, signal);
    return { fetch, pageSize, overlapSeconds, fullPullMinutes, windowDays, now: this.now };
  }
}
