import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigFault } from './config-fault.js';
import { YamlFile } from './files/yaml-file.js';
import { SHIPPED_PROFILES } from './shipped.js';

const FOLDER = 'profiles';
const ENDING = '.yaml';

/** The profiles a city may name, by name: those of its own folder's `profiles/` stand before those that come with the hub. */
export function deadlineProfiles(dir: string, faults: ConfigFault[]): ReadonlyMap<string, () => YamlFile> {
  const homes = new Map([SHIPPED_PROFILES, dir].flatMap((home) => namesIn(home).map((name) => [name, home] as const)));
  return new Map(
    [...homes]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, home]) => [name, () => new YamlFile(home, `${FOLDER}/${name}${ENDING}`, faults)]),
  );
}

function namesIn(home: string): string[] {
  const folder = join(home, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : []));
}
