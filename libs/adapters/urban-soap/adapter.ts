import type { AdapterDescription, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { shownIn } from '../formats/shown-in.js';
import { WalkedAdapter } from '../formats/walked-adapter.js';
import { UrbanSoapClient } from './client.js';
import type { UrbanSoapSettings } from './config.js';
import { caseFields, mapCase } from './mapper.js';

/** 数字城管 over its web service. */
export class UrbanSoapAdapter extends WalkedAdapter {
  private readonly client: UrbanSoapClient;

  constructor(
    private readonly settings: UrbanSoapSettings,
    now: () => Date,
  ) {
    const client = new UrbanSoapClient(settings, now);
    super(settings, now, (...wish) => client.cases(...wish));
    this.client = client;
  }

  describe(): AdapterDescription {
    return { kind: 'urban-soap', title: '数字城管', capabilities: ['pull', 'push-update', 'count'] };
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapCase(bytes, this.settings);
  }

  override fields(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
    return caseFields(bytes);
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.client.feedback(update, signal);
  }

  override async readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    const entry = await this.client.case(update.externalId, signal);
    const followUps = typeof entry.FOLLOWUPREFS === 'string' ? entry.FOLLOWUPREFS.split(',') : [];
    return shownIn(update.reference, entry.FEEDBACKREF, followUps);
  }
}
