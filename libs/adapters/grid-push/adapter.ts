import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type {
  AdapterDescription,
  CheckResult,
  MappedRecord,
  PlatformUpdate,
  PushRequest,
  RawRecord,
  ReadBack,
  UnreadableRecord,
} from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../formats/check-platform.js';
import { isFields } from '../formats/parse-json.js';
import { shownIn } from '../formats/shown-in.js';
import { GridPushClient, unknownEvent } from './client.js';
import type { GridPushSettings } from './config.js';
import { mapEvent } from './mapper.js';
import { receiveBatch } from './receive.js';

const PROBE = 'huiliu-check';

/** 党建引领基层治理平台, which pushes to us and is answered over REST. */
export class GridPushAdapter extends PlatformAdapter {
  private readonly client: GridPushClient;

  constructor(
    private readonly settings: GridPushSettings,
    now: () => Date,
  ) {
    super();
    this.client = new GridPushClient(settings, now);
  }

  describe(): AdapterDescription {
    return { kind: 'grid-push', title: '党建引领基层治理平台', capabilities: ['receive', 'push-update'] };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      await this.client.event(PROBE, signal); // that it knows no such event is answer enough
      return '可以访问，等待推送';
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapEvent(bytes, this.settings);
  }

  override receive(request: PushRequest, now: Date): { records: readonly RawRecord[]; unreadable: readonly UnreadableRecord[] } {
    return receiveBatch(request, this.settings, now);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.feedback(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const event = await this.client.event(update.externalId, signal);
    if (!event) throw unknownEvent();
    return shownIn(update.reference, isFields(event.reply) ? event.reply.ref : undefined, event.followUpRefs);
  }
}
