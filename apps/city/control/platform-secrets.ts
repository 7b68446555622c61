import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CitySecrets } from '../platforms/city-context.js';
import { fillIn } from '../world/city-settings.js';

interface PlatformRow {
  readonly id: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
}

/** The secrets that the hub's configuration names for the five platforms. */
export function readPlatformSecrets(dir: string, environment: Readonly<Record<string, string | undefined>>): CitySecrets {
  const { platforms } = parse(readFileSync(join(dir, 'platforms.yaml'), 'utf8')) as { platforms: PlatformRow[] };
  const value = (id: string, part: 'settings' | 'secrets', name: string): string =>
    fillIn(String(platforms.find((platform) => platform.id === id)?.[part]?.[name] ?? ''), environment);
  return {
    hotlineApiKey: value('hotline', 'secrets', 'apiKey'),
    portalAppCode: value('portal', 'settings', 'appCode'),
    portalSecret: value('portal', 'secrets', 'secret'),
    urbanToken: value('urban', 'secrets', 'token'),
    gridAppKey: value('grid', 'settings', 'appKey'),
    gridPushSecret: value('grid', 'secrets', 'pushSecret'),
    gridKey: value('grid', 'settings', 'key'),
    gridSecret: value('grid', 'secrets', 'secret'),
    ejiaAppId: value('ejia', 'settings', 'appId'),
    ejiaAppSecret: value('ejia', 'secrets', 'appSecret'),
  };
}
