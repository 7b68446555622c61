import { TableAdapter } from '#adapters/table/adapter.js';
import type { CityConfig } from '#config/load-reference.js';
import type { ImportMapping } from '#config/load-import-mapping.js';
import { OperatorError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import type { Platform } from '#domain/ports/platforms.js';

/** A file that is imported is a platform of its own, which only maps. */
export function importPlatform(mapping: ImportMapping, id: string, city: CityConfig): Platform {
  if (city.platforms.some((platform) => platform.id === id)) {
    const message = `${id} is a platform of platforms.yaml: import under another name with --platform`;
    throw new OperatorError('IMPORT_FILE_UNREADABLE', message);
  }
  return {
    id: as<PlatformId>(id),
    title: mapping.title,
    pullEverySeconds: Number.MAX_SAFE_INTEGER,
    adapter: new TableAdapter(mapping),
  };
}

/** The city's configuration with the codes of the imported table; what `mappings/` says of the same system stays beneath. */
export function withCodes(city: CityConfig, { categorySystem, codes }: ImportMapping): CityConfig {
  const known = city.reference.mappings.get(categorySystem);
  const mappings = new Map(city.reference.mappings).set(categorySystem, new Map([...(known ?? []), ...codes]));
  return { ...city, reference: { ...city.reference, mappings } };
}
