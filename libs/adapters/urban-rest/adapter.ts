import type { AdapterDescription, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { shownIn } from '../formats/shown-in.js';
import { WalkedAdapter } from '../formats/walked-adapter.js';
import { UrbanRestClient } from './client.js';
import type { UrbanRestSettings } from './config.js';
import { mapCase } from './mapper.js';

/** 数字城管 over its REST interface. */
export class UrbanRestAdapter extends WalkedAdapter {
  private readonly client: UrbanRestClient;

  constructor(
    private readonly settings: UrbanRestSettings,
    now: () => Date,
  ) {
    const client = new UrbanRestClient(settings, now);
    super(settings, now, (...wish) => client.cases(...wish));
    this.client = client;
  }

  describe(): AdapterDescription {
    return { kind: 'urban-rest', title: '数字城管（REST）', capabilities: ['pull', 'push-update', 'count'] };
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapCase(bytes, this.settings);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.feedback(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const entry = await this.client.case(update.externalId, signal);
    return shownIn(update.reference, entry.feedbackRef, entry.followUpRefs);
  }
}
