import { DateTime } from 'luxon';
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
import { shownIn } from '../formats/shown-in.js';
import { walkByTime } from '../formats/time-walk.js';
import { HotlineClient } from './client.js';
import type { HotlineSettings } from './config.js';
import { mapOrder } from './mapper.js';

/** 12345 政务热线 over its JSON interface. */
export class HotlineAdapter extends PlatformAdapter {
  private readonly client: HotlineClient;

  constructor(
    private readonly settings: HotlineSettings,
    private readonly now: () => Date,
  ) {
    super();
    this.client = new HotlineClient(settings, now);
  }

  describe(): AdapterDescription {
    return { kind: 'hotline', title: '12345 政务热线', capabilities: ['pull', 'push-update', 'count'] };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      const { total } = await this.client.orders(this.beginAt(), 1, 1, signal);
      return `可以读取，共 ${total ?? '未知'} 条`;
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapOrder(bytes, this.settings);
  }

  override pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncIterable<PulledPage> {
    const { pageSize, overlapSeconds } = this.settings;
    const fetch = (from: Date, page: number) => this.client.orders(from, page, pageSize, signal);
    return walkByTime({ fetch, pageSize, overlapSeconds, beginAt: this.beginAt(), now: this.now }, cursor);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.reply(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const order = await this.client.order(update.externalId, signal);
    return shownIn(update.reference, order.replyRef, order.followUpRefs);
  }

  private beginAt(): Date {
    return DateTime.fromISO(this.settings.beginAt, { zone: this.settings.zone }).toJSDate();
  }
}
