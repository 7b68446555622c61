import { plainToInstance } from 'class-transformer';
import { ADAPTERS } from './adapters.js';
import { secretFields } from './secret-field.js';
import { platformTime } from './transport/clock-client.js';
import { HttpSettings } from './transport/http-settings.js';

/** Where a platform is and how one gets in, as far as a person may be shown it. */
export interface PlatformDoor {
  /** Web address or folder; undefined for a platform that only comes to us. */
  readonly address: string | undefined;
  /** Names of the secrets that are set; never what they are. */
  readonly secrets: readonly string[];
  /** The time on the platform's clock, where it has one that can be asked. */
  readonly time: (signal: AbortSignal) => Promise<Date | undefined>;
}

/** The door of a configured platform. */
export function doorOf(kind: string, given: Readonly<Record<string, unknown>>): PlatformDoor {
  const found = Object.hasOwn(ADAPTERS, kind) ? ADAPTERS[kind] : undefined;
  const settings = found && plainToInstance(found.settings, given);
  const secrets = found ? secretFields(found.settings).filter((name) => given[name] !== undefined) : [];
  if (settings instanceof HttpSettings) {
    const { origin, pathname } = new URL(settings.baseUrl);
    return { address: origin + pathname, secrets, time: (signal) => platformTime(settings, signal) };
  }
  const address = typeof given.dropDir === 'string' ? given.dropDir : undefined;
  return { address, secrets, time: () => Promise.resolve(undefined) };
}
