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
import { UrbanSoapClient } from './client.js';
import type { UrbanSoapSettings } from './config.js';
import { mapCase } from './mapper.js';

/** 数字城管 over its web service. */
export class UrbanSoapAdapter extends PlatformAdapter {
  private readonly client: UrbanSoapClient;

  constructor(
    private readonly settings: UrbanSoapSettings,
    private readonly now: () => Date,
  ) {
    super();
    this.client = new UrbanSoapClient(settings, now);
  }

  describe(): AdapterDescription {
    return { kind: 'urban-soap', title: '数字城管', capabilities: ['pull', 'push-update', 'count'] };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      const { total } = await this.client.cases(this.beginAt(), 1, 1, signal);
      return `可以读取，共 ${total ?? '未知'} 条`;
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapCase(bytes, this.settings);
  }

  override pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncIterable<PulledPage> {
    const { pageSize, overlapSeconds } = this.settings;
    const fetch = (from: Date, page: number) => this.client.cases(from, page, pageSize, signal);
    return walkByTime({ fetch, pageSize, overlapSeconds, beginAt: this.beginAt(), now: this.now }, cursor);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.feedback(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const entry = await this.client.case(update.externalId, signal);
    const followUps = typeof entry.FOLLOWUPREFS === 'string' ? entry.FOLLOWUPREFS.split(',') : [];
    return shownIn(update.reference, entry.FEEDBACKREF, followUps);
  }

  private beginAt(): Date {
    return DateTime.fromISO(this.settings.beginAt, { zone: this.settings.zone }).toJSDate();
  }
}
