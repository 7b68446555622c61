import { checkSettings } from '#adapters/check-settings.js';
import type { HubConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { loadReference } from '#config/load-reference.js';

/** The city's configuration folder, with every adapter's own settings judged by the adapter; all faults are thrown at once. */
export function openCity(config: HubConfig, variables: Readonly<Record<string, string>> = {}): CityConfig {
  const environment = { ...config.environment, ...variables };
  return loadReference(config.folders.config, environment, { validateSettings: checkSettings });
}
