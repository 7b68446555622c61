import type { AdapterDescription, CheckResult, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../formats/check-platform.js';
import { Open311Adapter } from './adapter.js';
import type { Open311Settings } from './config.js';
import { GeoReportHttp } from './georeport-http.js';
import { Open311UpdatesClient } from './updates-client.js';

/** A city that also takes updates, by mySociety's servicerequestupdates. */
class AnsweringOpen311Adapter extends Open311Adapter {
  private readonly updates = new Open311UpdatesClient(this.settings, this.http, this.now);

  override describe(): AdapterDescription {
    const { capabilities, ...rest } = super.describe();
    return { ...rest, capabilities: [...capabilities, 'push-update'] };
  }

  override async check(signal: AbortSignal): Promise<CheckResult> {
    const reading = await super.check(signal);
    if (reading.kind === 'fault') return reading;
    return checkPlatform(async () => {
      await this.updates.probe(signal);
      return `${reading.detail}，可以回写`;
    });
  }

  override pushUpdate(update: PlatformUpdate, signal: AbortSignal): Promise<void> {
    return this.updates.write(update, signal);
  }

  override readBack(update: PlatformUpdate, signal: AbortSignal): Promise<ReadBack> {
    return this.updates.find(update, signal);
  }
}

/** An adapter with just the methods that the city has. */
export function open311Adapter(settings: Open311Settings, now: () => Date): Open311Adapter {
  const http = new GeoReportHttp(settings, now);
  return settings.updates === 'mysociety'
    ? new AnsweringOpen311Adapter(settings, http, now)
    : new Open311Adapter(settings, http, now);
}
