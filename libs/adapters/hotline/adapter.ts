import type { AdapterDescription, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { shownIn } from '../formats/shown-in.js';
import { WalkedAdapter } from '../formats/walked-adapter.js';
import { HotlineClient } from './client.js';
import type { HotlineSettings } from './config.js';
import { mapOrder } from './mapper.js';

/** 12345 政务热线 over its JSON interface. */
export class HotlineAdapter extends WalkedAdapter {
  private readonly client: HotlineClient;

  constructor(
    private readonly settings: HotlineSettings,
    now: () => Date,
  ) {
    const client = new HotlineClient(settings, now);
    super(settings, now, (...wish) => client.orders(...wish));
    this.client = client;
  }

  describe(): AdapterDescription {
    return { kind: 'hotline', title: '12345 政务热线', capabilities: ['pull', 'push-update', 'count'] };
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapOrder(bytes, this.settings);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.reply(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const order = await this.client.order(update.externalId, signal);
    return shownIn(update.reference, order.replyRef, order.followUpRefs);
  }
}
